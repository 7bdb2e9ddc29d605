import { html, nothing } from 'lit';
import { planPath, write } from '../data/api.js';
import { current, today } from '../data/current.js';
import { Following } from '../data/observable.js';
import { Attempt } from '../parts/attempt.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { area, input, select } from '../parts/field.js';
import '../parts/subject-choice.js';
import { term, words } from '../words/language.js';
import { yearsOf } from '../office/years.js';
import { faultText, text } from '../work/checks.js';

const w = words({
  title: ['记录评估', 'Record an assessment'],
  kind: ['种类', 'Kind'],
  year: ['年份', 'Year'],
  'year-of': ['{0}年', '{0}'],
  about: ['针对项目', 'On the project'],
  verdict: ['结论（一句话）', 'Verdict (in one line)'],
  text: ['评估内容', 'Text'],
  hint: ['此刻的数据随评估一并定格，以后的填报不会改变它。', 'The figures are frozen with it as they stand; no later report changes them.'],
  send: ['记录', 'Record'],
  ask: ['记录这份评估？', 'Record this assessment?'],
  'ask-what': ['评估记入日志，不能修改或删除。', 'It goes into the log and cannot be changed or removed.'],
});

const KINDS = ['yearly', 'mid-term', 'final', 'expert-opinion'];

/** A new assessment. Fires `recorded`. */
class Record extends Element {
  static properties = { fields: { state: true }, attempted: { state: true } };

  fields = { kind: 'yearly', year: null, about: null, verdict: '', text: '' };
  attempted = false;
  attempt = new Attempt(this);

  constructor() {
    super();
    new Following(this, current);
  }

  #year() {
    const years = yearsOf(current.value);
    return this.fields.year ?? String(Math.min(Math.max(Number(today().slice(0, 4)), years[0]), years.at(-1)));
  }

  #faults() {
    const found = {};
    const fault = (pointer, code, more) => (found[pointer.slice(1)] ??= faultText({ pointer, code, ...more }, {}));
    if (!this.fields.text.trim()) {
      fault('/text', 'required');
    }
    text(fault, '/text', this.fields.text, 20_000);
    text(fault, '/verdict', this.fields.verdict, 200);
    if (this.fields.kind === 'expert-opinion' && !this.fields.about) {
      fault('/about', 'required');
    }
    return found;
  }

  render() {
    const found = this.#faults();
    const error = (name) => (this.attempted ? (found[name] ?? null) : null) ?? this.attempt.at(`/${name}`);
    const change = (changed) => (this.fields = { ...this.fields, ...changed });
    return html`<section class="card" aria-labelledby="record">
      <h2 id="record">${w('title')}</h2>
      <p class="fine">${w('hint')}</p>
      <form class="fields" novalidate @submit=${(event) => this.#send(event)}>
        ${select({ id: 'record-kind', label: w('kind'), value: this.fields.kind, options: KINDS.map((one) => [one, term('assessment', one)]), changed: (kind) => change({ kind }) })}
        ${select({ id: 'record-year', label: w('year'), value: this.#year(), error: error('year'), options: yearsOf(current.value).map((one) => [String(one), w('year-of', one)]), changed: (year) => change({ year }) })}
        ${this.fields.kind === 'expert-opinion'
          ? html`<tracker-subject-choice .kinds=${['project']} .fieldId=${'about'} .label=${w('about')} .value=${this.fields.about} .error=${error('about')} @chosen=${(event) => change({ about: event.detail })}></tracker-subject-choice>`
          : nothing}
        ${input({ id: 'verdict', label: w('verdict'), maxlength: 200, wide: true, value: this.fields.verdict, error: error('verdict'), changed: (verdict) => change({ verdict }) })}
        ${area({ id: 'text', label: w('text'), rows: 8, required: true, value: this.fields.text, error: error('text'), changed: (value) => change({ text: value }) })}
        ${this.attempt.show()}
        <p class="actions"><button type="submit" ?disabled=${this.attempt.busy}>${w('send')}</button></p>
      </form>
    </section>`;
  }

  async #send(event) {
    event.preventDefault();
    this.attempted = true;
    if (Object.keys(this.#faults()).length > 0) {
      await this.updateComplete;
      this.querySelector('[aria-invalid="true"]')?.focus();
      return;
    }
    if (!(await confirmed({ title: w('ask'), body: w('ask-what'), yes: w('send') }))) {
      return;
    }
    const { kind, about, verdict, text: said } = this.fields;
    const body = { kind, year: Number(this.#year()), about: kind === 'expert-opinion' ? about : null, verdict: verdict.trim() || null, text: said.trim() };
    if (await this.attempt.run((key) => write('POST', planPath('/assessments'), body, { key }))) {
      this.dispatchEvent(new Event('recorded'));
    }
  }
}
customElements.define('tracker-record', Record);
