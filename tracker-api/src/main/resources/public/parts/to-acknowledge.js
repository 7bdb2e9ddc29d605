import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, asOf, planPath, write } from '../data/api.js';
import { departmentName, zone } from '../data/current.js';
import { ask, moment, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { may } from '../data/session.js';
import { dayOf, period as said } from '../format/times.js';
import { term, text, words } from '../words/language.js';
import { Element } from './element.js';
import { area, select } from './field.js';
import './problem.js';

const w = words({
  title: ['未解除的预警', 'Open warnings'],
  none: ['没有未解除的预警。', 'No warning is open.'],
  rule: ['规则', 'Rule'],
  all: ['全部', 'All'],
  seen: ['签收情况', 'Acknowledged'],
  unseen: ['未签收', 'not yet'],
  done: ['已签收', 'acknowledged'],
  since: ['自 {0}', 'since {0}'],
  by: ['{0} 于 {1} 签收：', 'Acknowledged by {0} on {1}:'],
  acknowledge: ['签收', 'Acknowledge'],
  again: ['更新签收', 'Acknowledge anew'],
  note: ['处理说明', 'What is done about it'],
  send: ['提交签收', 'Acknowledge'],
  cancel: ['取消', 'Cancel'],
  required: ['请填写处理说明。', 'Say what is done about it.'],
  count: ['{0} 项', '{0}'],
  more: ['显示全部 {0} 项', 'Show all {0}'],
});

const RULES = ['behind', 'stale', 'drop', 'jump', 'milestone-overdue', 'overspend', 'no-target', 'evidence-missing'];
const SHOWN = 25;

/** Open warnings, of one department or of all, which who may can acknowledge here. */
class ToAcknowledge extends Element {
  static properties = {
    department: { attribute: false },
    writing: { state: true },
    note: { state: true },
    problem: { state: true },
    busy: { state: true },
    open: { state: true },
  };

  writing = null;
  note = '';
  problem = null;
  busy = false;
  open = false;

  warnings = new Resource(this, () => asOf(planPath('/warnings'), { state: 'open', department: this.department, rule: place.value.query.get('rule'), limit: 200 }), {
    load: all,
  });

  render() {
    const query = place.value.query;
    return html`<section class="card" aria-labelledby="to-acknowledge">
      <h2 id="to-acknowledge">${w('title')}</h2>
      <div class="choices">
        ${select({ id: 'rule', label: w('rule'), value: query.get('rule'), empty: w('all'), options: RULES.map((one) => [one, term('rule', one)]), changed: (value) => ask({ rule: value }) })}
        ${select({ id: 'seen', label: w('seen'), value: query.get('seen'), empty: w('all'), options: [['no', w('unseen')], ['yes', w('done')]], changed: (value) => ask({ seen: value }) })}
      </div>
      ${this.warnings.show((items) => {
        const seen = query.get('seen');
        const found = items.filter((one) => !seen || (one.acknowledgement !== null) === (seen === 'yes'));
        const shown = this.open ? found : found.slice(0, SHOWN);
        return found.length === 0
          ? html`<p>${w('none')}</p>`
          : html`<p class="fine">${w('count', found.length)}</p>
              <ul class="acknowledging">
                ${repeat(shown, (one) => one.id, (one) => this.#row(one))}
              </ul>
              ${shown.length < found.length ? html`<p><button type="button" class="plain" @click=${() => (this.open = true)}>${w('more', found.length)}</button></p>` : nothing}`;
      })}
    </section>`;
  }

  #row(one) {
    return html`<li>
      <p>
        <a class="name" href=${page(`${one.kind}s/${one.subjectId}`)}>${text(one.name)}</a>
        <span class="rule">${term('rule', one.rule)}</span>
        <span class="fine">${w('since', dayOf(one.since, zone()))} · ${departmentName(one.department)}${cause(one.cause)}</span>
      </p>
      ${one.acknowledgement
        ? html`<p class="seen"><span class="fine">${w('by', by(one.acknowledgement.by), dayOf(one.acknowledgement.at, zone()))}</span> ${one.acknowledgement.note}</p>`
        : nothing}
      ${may('acknowledge') && !moment()
        ? this.writing === one.id
          ? this.#form(one)
          : html`<button type="button" class="plain" aria-label="${w('acknowledge')}: ${text(one.name)}, ${term('rule', one.rule)}" @click=${() => this.#begin(one)}>
              ${one.acknowledgement ? w('again') : w('acknowledge')}
            </button>`
        : nothing}
    </li>`;
  }

  #form(one) {
    return html`<form class="fields" novalidate @submit=${(event) => this.#send(event, one)}>
      ${this.problem ? html`<tracker-problem .problem=${this.problem} @again=${(event) => this.#send(event, one)}></tracker-problem>` : nothing}
      ${area({ id: 'acknowledge-note', label: w('note'), value: this.note, required: true, rows: 2, error: this.note === null ? w('required') : null, changed: (value) => (this.note = value) })}
      <p class="actions">
        <button type="submit" ?disabled=${this.busy}>${w('send')}</button>
        <button type="button" class="plain" @click=${() => (this.writing = null)}>${w('cancel')}</button>
      </p>
    </form>`;
  }

  async #begin(one) {
    this.writing = one.id;
    this.note = '';
    this.problem = null;
    await this.updateComplete;
    this.querySelector('#acknowledge-note')?.focus();
  }

  async #send(event, one) {
    event.preventDefault();
    if (!this.note?.trim()) {
      this.note = null;
      return;
    }
    this.busy = true;
    try {
      await write('POST', planPath(`/${one.kind}s/${encodeURIComponent(one.subjectId)}/warnings/${one.rule}/acknowledgement`), { note: this.note.trim() });
      this.writing = null;
      await this.warnings.reload();
    } catch (problem) {
      if (problem.status === undefined) {
        throw problem;
      }
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

function by(actor) {
  return actor.department ? departmentName(actor.department) : term('role', actor.role);
}

function cause({ periods, rating }) {
  const when = periods.length > 3 ? `${said(periods[0])} … ${said(periods.at(-1))}` : periods.map(said).join('、');
  return [when, rating ? term('rating', rating) : ''].filter(Boolean).map((one) => ` · ${one}`).join('');
}
customElements.define('tracker-to-acknowledge', ToAcknowledge);
