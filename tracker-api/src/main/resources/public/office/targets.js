import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, planPath, write } from '../data/api.js';
import { current, unitName } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { figure } from '../format/numbers.js';
import { Attempt } from '../parts/attempt.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { area, input, select } from '../parts/field.js';
import { term, text, words } from '../words/language.js';
import { amount, faultText } from '../work/checks.js';
import { figure as plain } from '../work/writing.js';
import { yearFaults, yearFields, yearlyTargets } from './years.js';

const w = words({
  delegated: ['目标待下达', 'Waiting for a target'],
  yearly: ['可分解到年度', 'Without targets for single years'],
  none: ['没有待下达目标的指标。', 'No indicator waits for a target.'],
  how: ['目标与年度目标各下达一次；已定者经“调整”更改。', 'Targets and yearly targets are set once each; what is settled changes by an adjustment.'],
  set: ['下达', 'Set'],
  'set-of': ['下达目标：{0}', 'Set the target of {0}'],
  cancel: ['取消', 'Cancel'],
  measure: ['考核方式', 'Measure'],
  target: ['目标值', 'Target'],
  high: ['目标上限（可不填）', 'Upper end (optional)'],
  reason: ['理由', 'Reason'],
  'no-year': ['至少填写一年。', 'At least one year is needed.'],
  ask: ['下达“{0}”的目标？', 'Set the target of “{0}”?'],
  'ask-what': ['下达之后只能经有文号的调整更改。', 'Once set it changes only by an adjustment with its reference.'],
  done: ['已下达：{0}', 'Set: {0}'],
  goes: ['基期 {0}，目标 {1}', 'baseline {0}, target {1}'],
});

/** Indicators whose target a higher level assigns, and those whose way can be divided into years. */
class Targets extends Element {
  static properties = { fields: { state: true }, attempted: { state: true }, done: { state: true } };

  fields = blank();
  attempted = false;
  done = null;
  indicators = new Resource(this, () => planPath('/indicators?limit=200'), { load: all, concerns: (view) => view.kind === 'indicator' });
  attempt = new Attempt(this, { stale: () => this.indicators.reload() });

  constructor() {
    super();
    new Following(this, current, place);
  }

  render() {
    return html`<div role="status">${this.done ? html`<p class="writing-state sent">${w('done', this.done)}</p>` : nothing}</div>
      ${this.indicators.show((items) => {
        const waiting = items.filter((one) => one.target === null);
        const level = items.filter((one) => one.target !== null && one.measure === 'level' && one.yearlyTargets.length === 0);
        return html`<p class="fine">${w('how')}</p>${this.#group('delegated', waiting)} ${this.#group('yearly', level)}`;
      })}`;
  }

  #group(name, items) {
    return html`<section class="card" aria-labelledby=${`targets-${name}`}>
      <h2 id=${`targets-${name}`}>${w(name)} <span class="fine">${items.length}</span></h2>
      ${items.length === 0 ? html`<p>${w('none')}</p>` : nothing}
      <ul class="setting">
        ${repeat(items, (one) => one.id, (one) => html`<li>
          <p>
            <a class="name" href=${page(`indicators/${one.id}`)}>${text(one.name)}</a>
            <span class="fine">${one.target === null ? term('measure', one.measure) : w('goes', figure(one.baseline, one.unit), figure(one.target, one.unit))}</span>
          </p>
          ${place.value.query.get('indicator') === one.id
            ? this.#form(one)
            : html`<button type="button" class="plain" aria-label=${w('set-of', text(one.name))} @click=${() => this.#begin(one)}>${w('set')}</button>`}
        </li>`)}
      </ul>
    </section>`;
  }

  async #begin(one) {
    this.fields = blank();
    this.attempted = false;
    this.done = null;
    this.attempt.clear();
    ask({ indicator: one.id });
    await this.updateComplete;
    this.querySelector('form input, form select')?.focus();
  }

  #faults(one) {
    const found = {};
    const context = { view: one };
    const fault = (pointer, code, more) => (found[pointer.slice(1)] ??= faultText({ pointer, code, ...more }, context));
    if (one.target === null) {
      if (plain(this.fields.target) === null) {
        fault('/target', 'required');
      }
      amount(fault, '/target', this.fields.target, one.min, one.max);
      amount(fault, '/targetHigh', this.fields.targetHigh, one.min, one.max);
    } else if (yearlyTargets(this.fields.years).length === 0) {
      found.years = w('no-year');
    }
    return found;
  }

  #form(one) {
    const found = this.#faults(one);
    const error = (name) => (this.attempted ? (found[name] ?? null) : null) ?? this.attempt.at(`/${name}`);
    const change = (changed) => (this.fields = { ...this.fields, ...changed });
    const assigns = one.target === null;
    return html`<form class="fields" novalidate @submit=${(event) => this.#send(event, one)}>
      ${assigns
        ? html`${select({ id: 'measure', label: w('measure'), value: this.fields.measure, error: error('measure'), options: ['level', 'maintain'].map((m) => [m, term('measure', m)]), changed: (measure) => change({ measure }) })}
            ${input({ id: 'target', label: w('target'), unit: unitName(one.unit), inputmode: 'decimal', required: true, value: this.fields.target, error: error('target'), changed: (target) => change({ target }) })}
            ${input({ id: 'targetHigh', label: w('high'), unit: unitName(one.unit), inputmode: 'decimal', value: this.fields.targetHigh, error: error('targetHigh'), changed: (targetHigh) => change({ targetHigh }) })}`
        : nothing}
      ${!assigns || this.fields.measure === 'level'
        ? yearFields({ plan: current.value, unit: one.unit, values: this.fields.years, change: (years) => change({ years }), error: error('years') ?? this.attempt.at('/yearlyTargets') })
        : nothing}
      ${area({ id: 'reason', label: w('reason'), rows: 2, value: this.fields.reason, changed: (reason) => change({ reason }) })}
      ${this.attempt.show()}
      <p class="actions">
        <button type="submit" ?disabled=${this.attempt.busy}>${w('set')}</button>
        <button type="button" class="plain" @click=${() => ask({ indicator: null })}>${w('cancel')}</button>
      </p>
    </form>`;
  }

  async #send(event, one) {
    event.preventDefault();
    this.attempted = true;
    const years = this.fields.measure === 'level' || one.target !== null ? this.fields.years : {};
    if (Object.keys({ ...this.#faults(one), ...yearFaults(years, one.unit) }).length > 0) {
      await this.updateComplete;
      this.querySelector('[aria-invalid="true"]')?.focus();
      return;
    }
    if (!(await confirmed({ title: w('ask', text(one.name)), body: w('ask-what'), yes: w('set') }))) {
      return;
    }
    const body = {
      ...(one.target === null ? { measure: this.fields.measure, target: plain(this.fields.target), targetHigh: plain(this.fields.targetHigh) } : {}),
      yearlyTargets: yearlyTargets(years),
      reason: this.fields.reason.trim() || null,
    };
    if (await this.attempt.run((key) => write('PUT', planPath(`/indicators/${encodeURIComponent(one.id)}/target`), body, { ifMatch: one.version, key }))) {
      this.done = text(one.name);
      ask({ indicator: null });
      await this.indicators.reload();
    }
  }
}

function blank() {
  return { measure: 'level', target: '', targetHigh: '', years: {}, reason: '' };
}
customElements.define('tracker-targets', Targets);
