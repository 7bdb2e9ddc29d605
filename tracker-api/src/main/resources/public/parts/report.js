import { html, nothing } from 'lit';
import { asOf, planPath } from '../data/api.js';
import { zone } from '../data/current.js';
import { Resource } from '../data/resource.js';
import { figure, number } from '../format/numbers.js';
import { time } from '../format/times.js';
import { term, words } from '../words/language.js';
import { Element } from './element.js';
import { evidenceList } from './evidence.js';

const w = words({
  none: ['该报告期的填报已撤回，没有有效的报告。', 'What was reported for this period was taken back; no report is in force.'],
  replaced: ['更正前', 'Before correction'],
});

/** The report of one period that is in force, with its evidence, and those that it replaced. `actors` says who brought which event. */
class Report extends Element {
  static properties = { view: { attribute: false }, period: {}, actors: { attribute: false } };

  found = new Resource(this, () => asOf(planPath(`/${this.view.kind}s/${encodeURIComponent(this.view.id)}/reports/${this.period}`)), {
    concerns: (view) => view.id === this.view.id,
  });

  render() {
    return this.found.problem?.status === 404 ? html`<p>${w('none')}</p>` : this.found.show((of) => this.#one(of));
  }

  #one({ report, eventId, recordedAt, earlier }) {
    const said = [
      ['value', report.value === undefined ? null : figure(report.value, report.unit)],
      ['invested', report.invested === undefined || report.invested === null ? null : figure(report.invested, report.unit)],
      ['percentComplete', report.percentComplete === undefined || report.percentComplete === null ? null : `${number(report.percentComplete)}%`],
      ['status', report.status ? term(this.view.kind === 'indicator' ? 'observation' : 'status', report.status) : null],
    ].filter(([, value]) => value !== null);
    return html`<div class="report">
      <dl class="facts">${said.map(([field, value]) => html`<div><dt>${term('field', field)}</dt><dd>${value}</dd></div>`)}</dl>
      ${report.note ? html`<p class="quote">${report.note}</p>` : nothing} ${evidenceList(report.evidence, this.actors.get(eventId))}
      <p class="fine">${time(recordedAt, zone())}</p>
      ${earlier ? html`<details class="replaced"><summary>${w('replaced')}</summary>${this.#one(earlier)}</details>` : nothing}
    </div>`;
  }
}
customElements.define('tracker-report', Report);
