import { html, nothing } from 'lit';
import { all, newKey, planPath } from '../data/api.js';
import { current, today, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page, place, plan } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { period as said, time } from '../format/times.js';
import { handOver } from '../outbox/outbox.js';
import { drop, find, keep, list, records } from '../outbox/records.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { text, words } from '../words/language.js';
import { cautions } from './cautions.js';
import { faults } from './checks.js';
import { known } from './context.js';
import { fieldsFor } from './form-fields.js';
import { stateOf } from './outcome.js';
import './refusal.js';
import './reported.js';
import { reportedPeriods } from './periods.js';
import { draftId, fieldsOf, kindOf, requestOf, subjectPath } from './writing.js';

const w = words({
  report: ['填报：{0}', 'Report: {0}'],
  correction: ['更正 {1}：{0}', 'Correct {1}: {0}'],
  retraction: ['撤回 {1}：{0}', 'Take back {1}: {0}'],
  milestone: ['节点“{1}”达成：{0}', '“{1}” reached: {0}'],
  back: ['返回列表', 'Back to the list'],
  send: ['提交', 'Send'],
  sending: ['正在提交…', 'Sending…'],
  kept: ['草稿已自动保存在本机，{0}。', 'The draft is kept on this device, {0}.'],
  'no-room': ['浏览器无法保存草稿：离开此页会丢失所填内容。', 'This browser cannot keep the draft: what is filled in is lost when you leave.'],
  discard: ['删除草稿', 'Delete the draft'],
  'discard-ask': ['删除这份草稿？', 'Delete this draft?'],
  'discard-what': ['所填内容将不能恢复。', 'What was filled in cannot be brought back.'],
  check: ['请核对', 'Please check'],
  'check-yes': ['确认无误，提交', 'It is right: send'],
  'check-no': ['返回修改', 'Go back and change'],
  'retract-ask': ['撤回这份填报？', 'Take this report back?'],
  'retract-what': ['撤回记入日志；该时期若有先前的填报，则重新有效。', 'It stays in the log that this was taken back; an earlier report of the period, if there is one, counts again.'],
  gone: ['这份草稿已在另一个窗口提交或删除。', 'This draft was sent or deleted in another window.'],
  faulty: ['有 {0} 处需要修改。', '{0} to mend before it can be sent.'],
});

/** Where somebody writes about one subject: a report, a correction, a retraction or a milestone reached. What is filled in is kept at every stroke. */
class WritingForm extends Element {
  static properties = {
    subject: { attribute: false },
    action: { attribute: false },
    period: { attribute: false },
    milestone: { attribute: false },
    fields: { state: true },
    attempted: { state: true },
    busy: { state: true },
    notice: { state: true },
  };

  fields = null;
  attempted = false;
  busy = false;
  notice = null;
  #at = null;
  #shown = null;
  #sent = Infinity;

  view = new Resource(this, () => this.#path(''), { concerns: (one) => this.#isAbout(one) });
  series = new Resource(this, () => (kindOf(this.subject) === 'indicator' ? this.#path('/series') : null), { concerns: (one) => this.#isAbout(one) });
  history = new Resource(this, () => this.#path('/history?limit=200'), { load: all, concerns: (one) => this.#isAbout(one) });
  inForce = new Resource(this, () => (this.#changes() ? this.#path(`/reports/${encodeURIComponent(this.period)}`) : null), {
    concerns: () => false,
  });

  constructor() {
    super();
    new Following(this, records, current);
  }

  #path(rest) {
    return planPath(subjectPath(this.subject)) + rest;
  }

  #isAbout(view) {
    return `${view.kind}/${view.id}` === this.subject;
  }

  #changes() {
    return this.action === 'correction' || this.action === 'retraction';
  }

  get #id() {
    return draftId(this);
  }

  willUpdate() {
    const stored = find(plan(), this.#id);
    if (this.#shown !== this.#id) {
      this.#shown = this.#id;
      this.attempted = stored?.state === 'refused';
      this.notice = null;
      this.#sent = Infinity;
      this.#at = stored?.at ?? null;
      this.fields = stored?.fields ?? null;
      if (stored && this.action === 'report' && this.period) {
        this.fields = { ...stored.fields, period: this.period };
      }
    } else if (stored && stored.at !== this.#at) {
      this.#at = stored.at;
      this.fields = stored.fields;
    } else if (!stored && this.#at !== null && !this.busy) {
      // Another window has sent or deleted it.
      this.#at = null;
      this.fields = null;
      this.notice = 'gone';
    }
    this.fields ??= this.#blank();
    const sent = list(plan()).filter((one) => one.draft?.id === this.#id && one.state === 'sent').length;
    if (sent > this.#sent) {
      this.#reload();
    }
    this.#sent = sent;
  }

  #reload() {
    return Promise.all([this.view, this.history, this.series].filter((one) => one.value !== undefined).map((one) => one.reload()));
  }

  #blank() {
    if (this.action === 'milestone') {
      return { reachedOn: '', value: '', note: '', evidence: [] };
    }
    if (this.action === 'report') {
      return { period: this.period ?? '', value: '', status: kindOf(this.subject) === 'indicator' ? 'A' : '', note: '', evidence: [] };
    }
    return this.inForce.value ? { ...fieldsOf(kindOf(this.subject), this.inForce.value.report), reason: '' } : null;
  }

  #context() {
    return {
      action: this.action,
      kind: kindOf(this.subject),
      view: this.view.value,
      plan: current.value,
      series: this.series.value ?? null,
      reported: reportedPeriods(this.history.value ?? []),
      milestone: this.view.value?.milestones?.find((one) => one.id === this.milestone) ?? null,
      period: this.action === 'report' ? this.fields?.period : this.period,
      today: today(),
    };
  }

  #change = (changed) => {
    this.notice = null;
    this.fields = { ...this.fields, ...changed };
    this.#save((refusal) => mended(refusal, Object.keys(changed)));
  };

  /** The draft as it is now kept, under the key that it has had from its first stroke. */
  #save(mend = (refusal) => refusal, more = {}) {
    const stored = find(plan(), this.#id);
    const draft = {
      id: this.#id,
      plan: plan(),
      key: stored?.key ?? newKey(),
      ifMatch: stored?.ifMatch ?? (this.#changes() ? this.view.value.version : undefined),
      subject: this.subject,
      action: this.action,
      period: this.action === 'report' ? this.fields.period : this.period,
      milestone: this.milestone ?? null,
      name: this.view.value.name,
      fields: this.fields,
      state: stored?.refusal && mend(stored.refusal) ? 'refused' : 'draft',
      refusal: stored?.refusal ? mend(stored.refusal) : null,
      at: new Date().toISOString(),
      ...more,
    };
    this.#at = draft.at;
    if (!keep(draft)) {
      this.notice = 'no-room';
      this.#at = null;
    }
    return draft;
  }

  async #send(event) {
    event.preventDefault();
    this.attempted = true;
    if (!(await this.#handedIn())) {
      return;
    }
    const context = this.#context();
    if (faults(this, context).length > 0) {
      await this.updateComplete;
      this.querySelector('[aria-invalid="true"]')?.focus();
      return;
    }
    const began = find(plan(), this.#id)?.key;
    if (!(await this.#agreed(cautions(this, context)))) {
      return;
    }
    if (find(plan(), this.#id)?.key !== began) {
      this.notice = 'gone';
      return;
    }
    this.busy = true;
    const draft = this.#save(() => null);
    const entry = await handOver(draft, requestOf({ plan: plan(), ifMatch: draft.ifMatch, ...own(this) }, this.view.value.unit));
    this.#at = entry?.state === 'refused' && entry.fields ? entry.at : null;
    this.busy = false;
    if (!entry) {
      this.notice = 'gone';
    } else if (!entry.fields) {
      this.fields = null;
      this.attempted = false;
    }
    this.requestUpdate();
    await this.updateComplete;
    (this.querySelector('[aria-invalid="true"]') ?? this.querySelector('.outcome'))?.focus();
  }

  /** A file that was chosen is meant to go with it: what is still being handed in is waited for, and what could not be must be tried again or removed. */
  async #handedIn() {
    const evidence = this.querySelector('tracker-evidence');
    this.busy = true;
    const all = (await evidence?.settled()) ?? true;
    this.busy = false;
    if (!all) {
      await this.updateComplete;
      evidence.querySelector('li [role="alert"] + button')?.focus();
    }
    return all;
  }

  #agreed(doubts) {
    if (this.action === 'retraction') {
      return confirmed({ title: w('retract-ask'), body: w('retract-what'), yes: w('check-yes') });
    }
    return doubts.length === 0
      ? true
      : confirmed({
          title: w('check'),
          body: html`<ul class="doubts">${doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>`,
          yes: w('check-yes'),
          no: w('check-no'),
        });
  }

  async #discard(draft) {
    if (await confirmed({ title: w('discard-ask'), body: w('discard-what'), yes: w('discard') })) {
      this.#at = null;
      this.fields = null;
      this.attempted = false;
      drop(draft);
    }
  }

  render() {
    return this.view.show((view) => {
      const what = this.action === 'milestone' ? text(this.#context().milestone?.name) || this.milestone : said(this.period);
      return html`<section class="writing" aria-labelledby="writing">
        <p class="back"><a href=${page('work', { department: place.value.query.get('department') })}>← ${w('back')}</a></p>
        <h2 id="writing">${w(this.action, text(view.name), what)}</h2>
        <div class="two">
          ${this.#changes() ? this.inForce.show(() => this.#form()) : this.#form()}
          ${known(this.#context())}
        </div>
        ${this.action === 'milestone' ? nothing : html`<tracker-reported .subject=${this.subject} .reported=${this.#context().reported} .series=${this.series.value}></tracker-reported>`}
      </section>`;
    });
  }

  #form() {
    const context = this.#context();
    const draft = find(plan(), this.#id);
    const found = this.fields ? faults(this, context) : [];
    const shown = [...found.filter((one) => this.attempted || (one.code !== 'required' && one.code !== 'one-of')), ...refusedAt(draft, found)];
    const entries = list(plan()).filter((one) => one.draft?.id === this.#id);
    return html`<div>
      ${entries.slice(-1).map((entry) => html`<div class="outcome" tabindex="-1">${stateOf(entry)}</div>`)}
      ${this.notice ? html`<p class="caution" role="status">${w(this.notice)}</p>` : nothing}
      ${draft?.refusal ? html`<tracker-refusal .draft=${draft} .view=${this.view.value} .again=${(more) => this.#save(() => null, more)}></tracker-refusal>` : nothing}
      ${this.fields
        ? html`<form class="fields" novalidate @submit=${(event) => this.#send(event)}>
            ${fieldsFor({ fields: this.fields, faults: shown, context, change: this.#change })}
            ${this.attempted && found.length > 0 ? html`<p class="error" role="alert">${w('faulty', found.length)}</p>` : nothing}
            <p class="actions">
              <button type="submit" ?disabled=${this.busy}>${this.busy ? w('sending') : w('send')}</button>
              ${draft ? html`<button type="button" class="plain" ?disabled=${this.busy} @click=${() => this.#discard(draft)}>${w('discard')}</button>` : nothing}
            </p>
            ${draft ? html`<p class="fine" role="status">${w('kept', time(draft.at, zone()))}</p>` : nothing}
          </form>`
        : nothing}
    </div>`;
  }
}

function own({ subject, action, period, milestone, fields }) {
  return { subject, action, period, milestone, fields };
}

/** What the server refused at single fields, unless the same is said by our own checks already. */
function refusedAt(draft, found) {
  const errors = draft?.refusal?.body?.errors ?? [];
  return errors.filter((error) => !found.some((one) => one.pointer === error.pointer));
}

/** Of a refusal, what still stands after these fields were changed; null for nothing. */
function mended(refusal, names) {
  const errors = (refusal.body.errors ?? []).filter((error) => !names.some((name) => error.pointer === `/${name}` || error.pointer.startsWith(`/${name}/`)));
  return errors.length > 0 ? { ...refusal, body: { ...refusal.body, errors } } : null;
}
customElements.define('tracker-writing', WritingForm);
