import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, asOf, planPath } from '../data/api.js';
import { zone } from '../data/current.js';
import { Resource } from '../data/resource.js';
import { dayOf, lastDay, period } from '../format/times.js';
import { term, words } from '../words/language.js';
import { actorName } from './actor.js';
import { Element } from './element.js';
import './report.js';

const w = words({
  title: ['填报与佐证', 'Reports and evidence'],
  none: ['还没有填报。', 'Nothing was reported yet.'],
  times: ['改动 {0} 次', 'changed {0} times'],
  once: ['改动 1 次', 'changed once'],
});

const REPORTS = new Set(['ProgressReported', 'ReportCorrected', 'ReportRetracted']);

/** What was reported of a subject, by period, the latest first; each is opened for its note and evidence. */
class Reports extends Element {
  static properties = { view: { attribute: false }, opened: { state: true } };

  opened = new Set();
  entries = new Resource(this, () => asOf(planPath(`/${this.view.kind}s/${encodeURIComponent(this.view.id)}/history`), { limit: 200 }), {
    load: all,
    concerns: (view) => view.id === this.view.id,
  });

  willUpdate(changed) {
    if (changed.has('view') && changed.get('view')?.id !== this.view.id) {
      this.opened = new Set();
    }
  }

  render() {
    return html`<section class="card" aria-labelledby="reports">
      <h2 id="reports">${w('title')}</h2>
      ${this.entries.show((entries) => this.#periods(entries.filter((entry) => REPORTS.has(entry.type))))}
    </section>`;
  }

  #periods(entries) {
    if (entries.length === 0) {
      return html`<p>${w('none')}</p>`;
    }
    const actors = new Map(entries.map((entry) => [entry.eventId, entry.actor]));
    const periods = [...new Set(entries.map((entry) => entry.period))].sort((one, other) => lastDay(other).localeCompare(lastDay(one)));
    return html`<ul class="reports">
      ${repeat(periods, (id) => id, (id) => this.#period(id, entries.filter((entry) => entry.period === id), actors))}
    </ul>`;
  }

  #period(id, entries, actors) {
    const last = entries.at(-1);
    const changes = entries.length - 1;
    return html`<li>
      <details ?open=${this.opened.has(id)} @toggle=${(event) => this.#toggle(event, id)}>
        <summary>
          ${period(id)}
          <span class="fine">${last.type === 'ProgressReported' ? nothing : html`${term('event', last.type)} · `}${actorName(last.actor)} · ${dayOf(last.recordedAt, zone())}${changes ? ` · ${changes === 1 ? w('once') : w('times', changes)}` : ''}</span>
        </summary>
        ${this.opened.has(id) ? html`<tracker-report .view=${this.view} .period=${id} .actors=${actors}></tracker-report>` : nothing}
      </details>
    </li>`;
  }

  #toggle(event, id) {
    if (event.target === event.currentTarget && event.target.open !== this.opened.has(id)) {
      const opened = new Set(this.opened);
      opened[event.target.open ? 'add' : 'delete'](id);
      this.opened = opened;
    }
  }
}
customElements.define('tracker-reports', Reports);
