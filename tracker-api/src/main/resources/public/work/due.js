import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { asOf, planPath } from '../data/api.js';
import { moment, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { day, period as said } from '../format/times.js';
import { Element } from '../parts/element.js';
import { term, text, words } from '../words/language.js';

const w = words({
  missing: ['逾期未报', 'Overdue'],
  due: ['待报', 'Due now'],
  upcoming: ['即将到期', 'Coming up'],
  milestones: ['节点', 'Milestones'],
  none: ['没有应报事项。', 'Nothing is due.'],
  count: ['{0} 项', '{0}'],
  until: ['截止 {0}', 'until {0}'],
  report: ['填报', 'Report'],
  'report-one': ['填报 {0} {1}', 'Report {0} {1}'],
  reached: ['报告达成', 'Report as reached'],
  more: ['显示全部 {0} 项', 'Show all {0}'],
  order: ['点选时期即可填报，最早的在前。', 'Choose a period to report it; the earliest comes first.'],
});

const SHOWN = 15;

/** What a department is to report: what is missing, what is due, what comes next, each with the way to report it. */
class Due extends Element {
  static properties = { department: { attribute: false }, open: { state: true } };

  open = {};
  entries = new Resource(this, () => asOf(planPath('/calendar'), { department: this.department }));

  render() {
    return this.entries.show(({ items }) => {
      const periods = items.filter((one) => one.period);
      const milestones = items.filter((one) => one.milestone && (one.state === 'missed' || one.state === 'due'));
      const states = ['missing', 'due', 'upcoming'].map((state) => [state, bySubject(periods.filter((one) => one.state === state))]);
      return states.every(([, subjects]) => subjects.length === 0) && milestones.length === 0
        ? html`<p>${w('none')}</p>`
        : html`<p class="fine">${w('order')}</p>
            ${states.map(([state, subjects]) => this.#group(state, subjects))} ${this.#milestones(milestones)}`;
    });
  }

  #group(state, subjects) {
    return subjects.length === 0 ? nothing : this.#section(state, subjects, ({ entries }) => this.#subject(state, entries));
  }

  #milestones(entries) {
    return entries.length === 0
      ? nothing
      : this.#section('milestones', entries.map((entry) => ({ id: entry.id, entries: [entry] })), ({ entries: [entry] }) => html`
          <a class="name" href=${page(`projects/${entry.subjectId}`)}>${text(entry.name)}</a>
          <span>${text(entry.milestoneName)} <span class="fine ${entry.state}">${term('schedule', entry.state)} · ${w('until', day(entry.due))}</span></span>
          ${moment() ? nothing : html`<a class="button plain" href=${this.#form(entry)} aria-label="${w('reached')}: ${text(entry.milestoneName)}">${w('reached')}</a>`}
        `);
  }

  #section(name, subjects, row) {
    const all = this.open[name] || subjects.length <= SHOWN;
    return html`<section class="card duties of-${name}" aria-labelledby=${`duties-${name}`}>
      <h2 id=${`duties-${name}`}>${w(name)} <span class="fine">${w('count', subjects.reduce((sum, one) => sum + one.entries.length, 0))}</span></h2>
      <ul>
        ${repeat(all ? subjects : subjects.slice(0, SHOWN), (one) => one.id, (one) => html`<li>${row(one)}</li>`)}
      </ul>
      ${all ? nothing : html`<p><button type="button" class="plain" @click=${() => (this.open = { ...this.open, [name]: true })}>${w('more', subjects.length)}</button></p>`}
    </section>`;
  }

  #subject(state, entries) {
    const first = entries[0];
    return html`<a class="name" href=${page(`${first.kind}s/${first.subjectId}`)}>${text(first.name)}</a>
      <span class="periods">
        ${entries.map((entry) =>
          moment() || state === 'upcoming'
            ? html`<span class="chip">${said(entry.period)}</span>`
            : html`<a class="chip" href=${this.#form(entry)} aria-label=${w('report-one', text(entry.name), said(entry.period))}>${said(entry.period)}</a>`,
        )}
      </span>
      <span class="fine">${w('until', day(first.due))}</span>
      ${moment() || state === 'upcoming' ? nothing : html`<a class="button plain" href=${this.#form(first)} aria-label=${w('report-one', text(first.name), said(first.period))}>${w('report')}</a>`}`;
  }

  #form({ subject, period, milestone }) {
    return page('work', { department: place.value.query.get('department'), subject, action: milestone ? 'milestone' : 'report', period, milestone });
  }
}

function bySubject(entries) {
  const subjects = new Map();
  entries.forEach((entry) => subjects.set(entry.subject, [...(subjects.get(entry.subject) ?? []), entry]));
  return [...subjects].map(([id, of]) => ({ id, entries: of }));
}
customElements.define('tracker-due', Due);
