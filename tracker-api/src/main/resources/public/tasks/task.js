import { html, nothing } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { period } from '../format/times.js';
import '../parts/history.js';
import { bulletKey, indicatorRow, warned } from '../parts/indicator-row.js';
import '../parts/reports.js';
import { responsibility } from '../parts/responsibility.js';
import { SubjectPage } from '../parts/subject-page.js';
import { warningList } from '../parts/warning-list.js';
import { term, text, words } from '../words/language.js';

const w = words({
  tasks: ['工程与计划', 'Programmes'],
  indicators: ['关联指标', 'Linked indicators'],
  none: ['没有关联指标。', 'No indicator is linked.'],
});

/** One programme: its status and notes, the indicators that it is measured by, what was reported of it. */
class Task extends SubjectPage {
  constructor() {
    super('task');
  }

  indicators = new Resource(this, () => (this.view.value?.indicators.length ? asOf(planPath('/indicators'), { limit: 200 }) : null), {
    load: all,
    concerns: (view) => view.kind === 'indicator',
  });

  content(view) {
    return html`<div class="heading">
        <p class="trail"><a href=${page('tasks')}>${w('tasks')}</a> / ${term('task-kind', view.taskKind)} / ${view.id}</p>
        <h1>${text(view.name)}</h1>
      </div>
      <section class="card headline" aria-label=${text(view.name)}>
        <div class="top">
          <p class="big">${term('status', view.status)}</p>
          <p>${view.period ? period(view.period) : nothing}</p>
          ${warned(view.warnings)}
        </div>
        ${view.note ? html`<p>${text(view.note)}</p>` : nothing} ${view.latestNote ? html`<p class="quote">${view.latestNote}</p>` : nothing}
      </section>
      <div class="columns">
        <div class="body">
          <section class="card" aria-labelledby="linked">
            <h2 id="linked">${w('indicators')}</h2>
            ${view.indicators.length ? this.indicators.show((items) => linked(view, items)) : html`<p>${w('none')}</p>`}
          </section>
          <tracker-reports .view=${view}></tracker-reports>
          <tracker-history .view=${view}></tracker-history>
        </div>
        <div class="side">${warningList(view)} ${responsibility(view.responsibility)}</div>
      </div>`;
  }
}

function linked(view, items) {
  return html`${bulletKey()}
    <ul class="rows">
      ${items.filter((one) => view.indicators.includes(one.id)).map((one) => indicatorRow(one))}
    </ul>`;
}
customElements.define('tracker-task', Task);
