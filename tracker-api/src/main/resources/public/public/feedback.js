import { html, nothing } from 'lit';
import { all, asOf, newKey, planPath, write } from '../data/api.js';
import { zone } from '../data/current.js';
import { Resource } from '../data/resource.js';
import { time } from '../format/times.js';
import { Element } from '../parts/element.js';
import '../parts/problem.js';
import { text, words } from '../words/language.js';

const w = words({
  title: ['群众意见', 'What people say'],
  none: ['还没有公开的意见。', 'Nothing is published yet.'],
  answer: ['答复', 'Answer'],
  say: ['提出意见', 'Say something'],
  about: ['关于', 'About'],
  plan: ['整个规划', 'the plan as a whole'],
  text: ['意见', 'What you want to say'],
  hint: ['2000 字以内；经审核后公开，请勿填写个人信息。', 'Up to 2,000 characters. It is published once it has been looked at; leave out personal data.'],
  send: ['提交', 'Send'],
  sent: ['已收到，审核后公开。', 'Received. It will be published once it has been looked at.'],
});

const MOST = 2000;

/** What people have said and was answered, and a form to say more. `past`: an earlier day is looked at, where nothing is said. */
class Feedback extends Element {
  static properties = { past: { type: Boolean }, problem: { state: true }, sent: { state: true } };

  past = false;
  problem = null;
  sent = false;
  // Kept with what is being written: sent again after a cut, it counts once.
  #key = newKey();
  items = new Resource(this, () => asOf(planPath('/public/feedback'), { limit: 100 }), { load: all });
  indicators = new Resource(this, () => planPath('/public/indicators?limit=200&fields=name'), { load: all, concerns: () => false });
  projects = new Resource(this, () => planPath('/public/projects?limit=200&fields=name'), { load: all, concerns: () => false });

  render() {
    return html`<section class="feedback">
      <h2>${w('title')}</h2>
      ${this.items.show((items) =>
        items.length === 0
          ? html`<p>${w('none')}</p>`
          : html`<ul>
              ${items.map(
                (one) => html`<li class="card">
                  <p class="said">${one.text}</p>
                  <p class="fine">${this.#name(one.about)} · ${time(one.postedAt, zone())}</p>
                  ${one.answers.map((answer) => html`<blockquote><b>${w('answer')}</b> ${answer.text} <span class="fine">${time(answer.at, zone())}</span></blockquote>`)}
                </li>`,
              )}
            </ul>`,
      )}
      ${this.past ? nothing : this.#form()}
    </section>`;
  }

  #subjects() {
    return [
      ...(this.indicators.value ?? []).map((one) => [`indicator/${one.id}`, one.name]),
      ...(this.projects.value ?? []).map((one) => [`project/${one.id}`, one.name]),
    ];
  }

  #name(about) {
    const found = this.#subjects().find(([id]) => id === about);
    return about ? (found ? text(found[1]) : about) : w('plan');
  }

  #form() {
    return html`<form class="card" @submit=${(event) => this.#send(event)}>
      <h3>${w('say')}</h3>
      ${this.problem ? html`<tracker-problem .problem=${this.problem} @again=${() => (this.problem = null)}></tracker-problem>` : nothing}
      ${this.sent ? html`<p role="status">${w('sent')}</p>` : nothing}
      <label>
        ${w('about')}
        <select name="about">
          <option value="">${w('plan')}</option>
          ${this.#subjects().map(([id, name]) => html`<option value=${id}>${text(name)}</option>`)}
        </select>
      </label>
      <label>${w('text')} <textarea name="text" rows="4" maxlength=${MOST} required aria-describedby="feedback-hint"></textarea></label>
      <p class="fine" id="feedback-hint">${w('hint')}</p>
      <button type="submit">${w('send')}</button>
    </form>`;
  }

  async #send(event) {
    event.preventDefault();
    const form = event.target;
    const said = new FormData(form);
    this.problem = null;
    this.sent = false;
    try {
      await write('POST', planPath('/feedback'), { about: said.get('about') || null, text: said.get('text') }, { key: this.#key });
      this.#key = newKey();
      form.reset();
      this.sent = true;
    } catch (problem) {
      this.problem = problem;
    }
  }
}
customElements.define('tracker-feedback', Feedback);
