import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, planPath, write } from '../data/api.js';
import { zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { time } from '../format/times.js';
import { Attempt } from '../parts/attempt.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { area, input, select } from '../parts/field.js';
import { term, words } from '../words/language.js';

const w = words({
  title: ['群众意见', 'Feedback'],
  none: ['没有意见。', 'There is none.'],
  state: ['状态', 'State'],
  all: ['全部', 'All'],
  plan: ['针对整个规划', 'on the plan as a whole'],
  publish: ['公开', 'Publish'],
  reject: ['不公开', 'Do not publish'],
  reason: ['理由（可不填）', 'Reason (optional)'],
  answer: ['答复', 'Answer'],
  text: ['答复内容（随意见公开）', 'Answer, which is public with it'],
  send: ['提交答复', 'Send the answer'],
  cancel: ['取消', 'Cancel'],
  required: ['请填写答复内容。', 'An answer is needed.'],
  'too-long': ['最多 2000 个字。', 'At most 2,000 characters.'],
  'ask-publish': ['公开这条意见？', 'Publish this?'],
  'ask-reject': ['不公开这条意见？', 'Not publish this?'],
  'ask-answer': ['提交这条答复？', 'Send this answer?'],
  'ask-what': ['答复记入日志并公开，不能修改。', 'It goes into the log and is public; it cannot be changed.'],
});

const STATES = ['awaiting-moderation', 'published', 'rejected'];

/** What people have to say: published or not, and answered. What waits comes first. */
class Moderate extends Element {
  static properties = { answering: { state: true }, text: { state: true }, reasons: { state: true }, attempted: { state: true } };

  answering = null;
  text = '';
  reasons = {};
  attempted = false;
  feedback = new Resource(this, () => planPath('/feedback?limit=200'), { load: all, concerns: (view) => view.kind === 'feedback' });
  attempt = new Attempt(this, { stale: () => this.feedback.reload() });

  constructor() {
    super();
    new Following(this, place);
  }

  render() {
    const state = place.value.query.get('state');
    return html`<section class="card" aria-labelledby="moderate">
      <h2 id="moderate">${w('title')}</h2>
      <div class="choices">
        ${select({ id: 'state', label: w('state'), value: state, empty: w('all'), options: STATES.map((one) => [one, term('feedback', one)]), changed: (value) => ask({ state: value }) })}
      </div>
      ${this.attempt.show()}
      ${this.feedback.show((items) => {
        const found = items
          .filter((one) => !state || one.state === state)
          .sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || (one.postedAt < other.postedAt ? 1 : -1));
        return found.length === 0
          ? html`<p>${w('none')}</p>`
          : html`<ul class="acknowledging">${repeat(found, (one) => one.id, (one) => this.#row(one))}</ul>`;
      })}
    </section>`;
  }

  #row(one) {
    const [kind, id] = (one.about ?? '').split('/');
    return html`<li>
      <p class="quote">${one.text}</p>
      <p>
        <span class="stand ${one.state}">${term('feedback', one.state)}</span>
        <span class="fine">${one.about ? html`<a href=${page(`${kind}s/${id}`)}>${term('subject', kind)} ${id}</a>` : w('plan')} · ${time(one.postedAt, zone())}</span>
      </p>
      ${one.answers.map((answer) => html`<p class="seen"><span class="fine">${w('answer')} · ${time(answer.at, zone())}</span> ${answer.text}</p>`)}
      ${one.state === 'awaiting-moderation'
        ? html`<div class="choices">
            ${input({ id: `reason-${one.id}`, label: w('reason'), value: this.reasons[one.id] ?? '', changed: (value) => (this.reasons = { ...this.reasons, [one.id]: value }) })}
            <p class="actions">
              <button type="button" ?disabled=${this.attempt.busy} @click=${() => this.#moderate(one, true)}>${w('publish')}</button>
              <button type="button" class="plain" ?disabled=${this.attempt.busy} @click=${() => this.#moderate(one, false)}>${w('reject')}</button>
            </p>
          </div>`
        : this.answering === one.id
          ? this.#answer(one)
          : one.state === 'rejected' ? nothing : html`<button type="button" class="plain" aria-label="${w('answer')}: ${one.text.slice(0, 40)}" @click=${() => this.#begin(one)}>${w('answer')}</button>`}
    </li>`;
  }

  #answer(one) {
    const wrong = this.attempted && !this.text.trim() ? w('required') : [...this.text].length > 2000 ? w('too-long') : this.attempt.at('/text');
    return html`<form class="fields" novalidate @submit=${(event) => this.#send(event, one)}>
      ${area({ id: 'answer', label: w('text'), value: this.text, required: true, error: wrong, changed: (value) => (this.text = value) })}
      <p class="actions">
        <button type="submit" ?disabled=${this.attempt.busy}>${w('send')}</button>
        <button type="button" class="plain" @click=${() => (this.answering = null)}>${w('cancel')}</button>
      </p>
    </form>`;
  }

  async #begin(one) {
    this.answering = one.id;
    this.text = '';
    this.attempted = false;
    await this.updateComplete;
    this.querySelector('#answer')?.focus();
  }

  async #moderate(one, published) {
    const word = published ? 'publish' : 'reject';
    if (await confirmed({ title: w(`ask-${word}`), body: one.text, yes: w(word) })) {
      await this.#write(one, 'moderation', { published, reason: this.reasons[one.id]?.trim() || null });
    }
  }

  async #send(event, one) {
    event.preventDefault();
    this.attempted = true;
    if (!this.text.trim() || [...this.text].length > 2000 || !(await confirmed({ title: w('ask-answer'), body: w('ask-what'), yes: w('send') }))) {
      return;
    }
    if (await this.#write(one, 'answer', { text: this.text.trim() })) {
      this.answering = null;
    }
  }

  async #write(one, what, body) {
    const answer = await this.attempt.run((key) =>
      write('POST', planPath(`/feedback/${encodeURIComponent(one.id)}/${what}`), body, { ifMatch: one.version, key }),
    );
    if (answer) {
      await this.feedback.reload();
    }
    return answer;
  }
}
customElements.define('tracker-moderate', Moderate);
