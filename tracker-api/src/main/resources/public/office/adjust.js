import { html, nothing } from 'lit';
import { planPath, write } from '../data/api.js';
import { current, departmentName, unitName } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { day } from '../format/times.js';
import { Attempt } from '../parts/attempt.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { area, check, input, select } from '../parts/field.js';
import '../parts/subject-choice.js';
import { words } from '../words/language.js';
import { faultText } from '../work/checks.js';
import { subjectPath } from '../work/writing.js';
import { DEFINITIONS, changed, changesOf, held, partFault, shown } from './definitions.js';
import { responsibilityFields } from './responsibility-fields.js';
import { yearFaults, yearFields, yearlyTargets } from './years.js';

const w = words({
  title: ['调整已定事项', 'Adjust what is settled'],
  what: ['调整内容', 'What is adjusted'],
  definition: ['定义与设定', 'Definition and settings'],
  responsibility: ['责任', 'Responsibility'],
  years: ['分年度目标', 'Targets for single years'],
  reason: ['调整理由', 'Reason'],
  reference: ['决定文号', "The decision's reference"],
  'reason-hint': ['记入日志，随调整一并公示。', 'It stays in the log with the adjustment.'],
  before: ['调整前', 'Before'],
  after: ['调整后', 'After'],
  compared: ['前后对照', 'Before and after'],
  field: ['项目', 'Field'],
  same: ['尚未更改任何内容。', 'Nothing is changed yet.'],
  send: ['提交调整', 'Adjust'],
  required: ['必填。', 'This is required.'],
  ask: ['提交这项调整？', 'Make this adjustment?'],
  'ask-what': ['调整记入日志，评级与预警随之重新计算；只能用另一次调整改回。', 'It goes into the log; ratings and warnings follow. Only another adjustment can change it back.'],
  done: ['已调整：第 {0} 版，事件位置 {1}。', 'Adjusted: version {0}, event position {1}.'],
  open: ['查看', 'See it'],
  none: ['无', 'none'],
});

/** A change of something settled, with its reason and the decision's reference; what was and what will be are shown side by side. */
class Adjust extends Element {
  static properties = { fields: { state: true }, why: { state: true }, attempted: { state: true }, done: { state: true } };

  fields = {};
  why = { reason: '', reference: '' };
  attempted = false;
  done = null;
  #shown = null;
  view = new Resource(this, () => (this.#subject() ? planPath(this.#kind() === 'plan' ? '' : subjectPath(this.#subject())) : null), { concerns: () => false });
  attempt = new Attempt(this, { stale: () => this.view.reload() });

  constructor() {
    super();
    new Following(this, current, place);
  }

  #subject() {
    return place.value.query.get('subject');
  }

  #kind() {
    return this.#subject()?.split('/')[0];
  }

  #what() {
    const asked = place.value.query.get('what');
    const known = { indicator: ['definition', 'years', 'responsibility'], project: ['definition', 'responsibility'], task: ['definition', 'responsibility'], plan: ['definition'] };
    return { all: known[this.#kind()] ?? [], chosen: known[this.#kind()]?.includes(asked) ? asked : 'definition' };
  }

  willUpdate() {
    const now = `${this.#subject()} ${this.#what().chosen}`;
    if (now !== this.#shown) {
      this.#shown = now;
      this.fields = {};
      this.attempted = false;
      this.attempt.problem = null;
    }
  }

  render() {
    const { all, chosen } = this.#what();
    return html`<section class="card" aria-labelledby="adjust">
      <h2 id="adjust">${w('title')}</h2>
      <div class="choices">
        <tracker-subject-choice .kinds=${['plan', 'indicator', 'project', 'task']} .value=${this.#subject()}
          @chosen=${(event) => { this.done = null; ask({ subject: event.detail, what: null }); }}></tracker-subject-choice>
        ${all.length > 1 ? select({ id: 'what', label: w('what'), value: chosen, options: all.map((one) => [one, w(one)]), changed: (what) => ask({ what }) }) : nothing}
      </div>
      <div role="status">
        ${this.done ? html`<p class="writing-state sent">${w('done', this.done.version, this.done.position)} ${this.#kind() === 'plan' ? nothing : html`<a href=${page(subjectPath(this.#subject()).slice(1))}>${w('open')}</a>`}</p>` : nothing}
      </div>
      ${this.#subject() ? this.view.show((view) => this.#form(view, chosen)) : nothing}
    </section>`;
  }

  #form(view, what) {
    const compared = this.#compared(view, what);
    const error = (name) => (this.attempted && !this.why[name].trim() ? w('required') : this.attempt.at(`/${name}`));
    return html`<form novalidate @submit=${(event) => this.#send(event, view, what)}>
      <div class="fields">${this.#fields(view, what)}</div>
      <h3>${w('compared')}</h3>
      ${compared.length === 0 ? html`<p class=${this.attempted ? 'error' : 'fine'}>${w('same')}</p>` : this.#table(compared)}
      <div class="fields">
        ${input({ id: 'reference', label: w('reference'), required: true, maxlength: 200, value: this.why.reference, error: error('reference'), changed: (reference) => (this.why = { ...this.why, reference }) })}
        ${area({ id: 'reason', label: w('reason'), hint: w('reason-hint'), required: true, value: this.why.reason, error: error('reason'), changed: (reason) => (this.why = { ...this.why, reason }) })}
      </div>
      ${this.attempt.show()}
      <p class="actions"><button type="submit" ?disabled=${this.attempt.busy}>${w('send')}</button></p>
    </form>`;
  }

  #fields(view, what) {
    const change = (more) => (this.fields = { ...this.fields, ...more });
    if (what === 'responsibility') {
      return responsibilityFields({ ...view.responsibility, ...this.fields }, change, (name) => this.attempt.at(`/changes/responsibility/${name}`));
    }
    if (what === 'years') {
      return yearFields({ plan: current.value, unit: view.unit, values: this.fields.years ?? yearsHeld(view), change: (years) => change({ years }), error: this.attempt.at('/changes/yearlyTargets') });
    }
    return DEFINITIONS[this.#kind()].map((one) => this.#part(one, view, change));
  }

  #part(one, view, change) {
    const value = one.id in this.fields ? this.fields[one.id] : held(one, view);
    const fault = partFault(one, value);
    const of = {
      id: one.id,
      label: one.label(),
      value,
      error: fault ? faultText(fault, { view }) : this.attempt.at(`/changes/${one.path.replace('.', '/')}`),
      changed: (now) => change({ [one.id]: now }),
    };
    switch (one.form) {
      case 'choice': return select({ ...of, options: one.options(), empty: '–' });
      case 'truth': return check(of);
      case 'day': return input({ ...of, type: 'date' });
      case 'text': return area({ ...of, rows: 2 });
      case 'many':
        return html`<fieldset>
          <legend>${of.label}</legend>
          <div class="checks">
            ${one.options().map(([key, label]) => check({ id: `${one.id}-${key}`, label, value: value.includes(key), changed: (on) => of.changed(on ? [...value, key] : value.filter((other) => other !== key)) }))}
          </div>
        </fieldset>`;
      default: return input({ ...of, inputmode: one.form === 'list' ? undefined : 'decimal', unit: one.form === 'figure' && view.unit ? unitName(view.unit) : undefined });
    }
  }

  /** What would be different: [{label, before, after}]. */
  #compared(view, what) {
    if (what === 'definition') {
      return changed(DEFINITIONS[this.#kind()], view, this.fields).map((one) => ({ label: one.label(), before: shown(one, held(one, view), view.unit), after: shown(one, this.fields[one.id], view.unit) }));
    }
    if (what === 'years') {
      const before = yearsSaid(yearsHeld(view));
      const after = yearsSaid(this.fields.years ?? yearsHeld(view));
      return before === after ? [] : [{ label: w('years'), before, after }];
    }
    const before = responsibilitySaid(view.responsibility ?? {});
    const after = responsibilitySaid({ ...view.responsibility, ...this.fields });
    return before === after ? [] : [{ label: w('responsibility'), before, after }];
  }

  #table(compared) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${w('compared')}>
      <table class="compared">
        <thead><tr><th scope="col">${w('field')}</th><th scope="col">${w('before')}</th><th scope="col">${w('after')}</th></tr></thead>
        <tbody>
          ${compared.map(({ label, before, after }) => html`<tr><th scope="row">${label}</th><td>${before}</td><td><b>${after}</b></td></tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  #changes(view, what) {
    if (what === 'responsibility') {
      const { lead, assisting, deadline, measures } = { ...view.responsibility, ...this.fields };
      return { responsibility: { lead, assisting: assisting ?? [], deadline: deadline ?? null, measures: measures ?? null } };
    }
    return what === 'years' ? { yearlyTargets: yearlyTargets(this.fields.years) } : changesOf(DEFINITIONS[this.#kind()], view, this.fields);
  }

  async #send(event, view, what) {
    event.preventDefault();
    this.attempted = true;
    const compared = this.#compared(view, what);
    const wrong =
      what === 'definition'
        ? DEFINITIONS[this.#kind()].some((one) => one.id in this.fields && partFault(one, this.fields[one.id]))
        : what === 'years' && Object.keys(yearFaults(this.fields.years ?? {}, view.unit)).length > 0;
    if (compared.length === 0 || wrong || !this.why.reason.trim() || !this.why.reference.trim()) {
      await this.updateComplete;
      this.querySelector('[aria-invalid="true"]')?.focus();
      return;
    }
    if (!(await confirmed({ title: w('ask'), body: html`${this.#table(compared)}<p>${w('ask-what')}</p>`, yes: w('send') }))) {
      return;
    }
    const body = {
      ...(this.#kind() === 'plan' ? {} : { subject: this.#subject() }),
      changes: this.#changes(view, what),
      reason: this.why.reason.trim(),
      reference: this.why.reference.trim(),
    };
    const answer = await this.attempt.run((key) => write('POST', planPath('/adjustments'), body, { ifMatch: view.version, key }));
    if (answer) {
      this.done = answer.body;
      this.fields = {};
      this.why = { reason: '', reference: '' };
      this.attempted = false;
      await this.view.reload();
    }
  }
}

function yearsHeld(view) {
  return Object.fromEntries(view.yearlyTargets.map(({ year, value }) => [year, String(value)]));
}

function yearsSaid(values) {
  return yearlyTargets(values).map(({ year, value }) => `${year}: ${value}`).join('; ') || w('none');
}

function responsibilitySaid({ lead, assisting, deadline, measures }) {
  return lead ? [departmentName(lead), (assisting ?? []).map(departmentName).join('、'), deadline ? day(deadline) : '', measures ?? ''].filter(Boolean).join(' · ') : w('none');
}
customElements.define('tracker-adjust', Adjust);
