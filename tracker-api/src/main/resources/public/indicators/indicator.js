import { html, nothing } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { Resource } from '../data/resource.js';
import '../parts/chart.js';
import '../parts/history.js';
import { bulletKey, indicatorRow } from '../parts/indicator-row.js';
import '../parts/reports.js';
import { responsibility } from '../parts/responsibility.js';
import { SubjectPage } from '../parts/subject-page.js';
import { warningList } from '../parts/warning-list.js';
import { text, words } from '../words/language.js';
import { indicatorHead } from './indicator-head.js';
import { revisions } from './revisions.js';
import { seriesMarks } from './series-marks.js';
import { seriesOption } from './series-option.js';
import { seriesTable } from './series-table.js';

const w = words({
  chart: ['走势', 'Over time'],
  of: ['{0}：走势', '{0} over time'],
  said: ['{0} 个报告期有数值', 'values of {0} periods'],
  signs: [
    '● 正式　◆ 初步　▲ 估计　■ 口径变动；空心圆为更正前、空心叉为已撤回的数值。',
    '● normal, ◆ provisional, ▲ estimated, ■ break in series; a hollow circle is a value before its correction, a hollow cross one that was retracted.',
  ],
  parts: ['组成部分', 'Its parts'],
});

/** One indicator: what it is, how far it is, and how it came to that. */
class Indicator extends SubjectPage {
  constructor() {
    super('indicator');
  }

  series = new Resource(this, () => this.address('/series'), this.concerns());
  revisions = new Resource(this, () => this.address('/history', { limit: 200 }), { ...this.concerns(), load: revisions });
  parts = new Resource(this, () => this.#parts(), { load: all, concerns: (view) => view.kind === 'indicator' });

  #parts() {
    return this.view.value?.collection === 'industry' ? asOf(planPath('/indicators'), { collection: 'industry', limit: 200 }) : null;
  }

  content(view) {
    return html`${indicatorHead(view)}
      <div class="columns">
        <div class="body">
          <section class="card" aria-labelledby="chart">
            <h2 id="chart">${w('chart')}</h2>
            ${this.series.show((series) => this.#chart(view, series))}
          </section>
          ${this.#family(view)}
          <tracker-reports .view=${view}></tracker-reports>
          <tracker-history .view=${view}></tracker-history>
        </div>
        <div class="side">${warningList(view)} ${responsibility(view.responsibility)}</div>
      </div>`;
  }

  #chart(view, series) {
    const revised = this.revisions.value ?? [];
    const marks = seriesMarks(view, series, revised, current.value);
    return html`${this.revisions.problem ? this.revisions.show(() => nothing) : nothing}
      <tracker-chart
        .build=${(colours, width) => seriesOption(marks, view.unit, colours, width)}
        .table=${seriesTable(view, series, revised)}
        .label=${w('of', text(view.name))}
        .said=${w('said', marks.actual.length)}
        .file=${`${view.plan}-${view.id}`}
      ></tracker-chart>
      <p class="fine">${w('signs')}</p>`;
  }

  #family(view) {
    const parts = this.parts.value?.filter((one) => one.parent === view.id) ?? [];
    return parts.length
      ? html`<section class="card" aria-labelledby="parts">
          <h2 id="parts">${w('parts')}</h2>
          ${bulletKey()}
          <ul class="rows">${parts.map((one) => indicatorRow(one))}</ul>
        </section>`
      : nothing;
  }
}
customElements.define('tracker-indicator', Indicator);
