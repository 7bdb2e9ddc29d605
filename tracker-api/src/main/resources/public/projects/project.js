import { html, nothing } from 'lit';
import { Resource } from '../data/resource.js';
import '../parts/chart.js';
import '../parts/history.js';
import { milestoneList } from '../parts/milestone.js';
import '../parts/reports.js';
import { responsibility } from '../parts/responsibility.js';
import { SubjectPage } from '../parts/subject-page.js';
import { warningList } from '../parts/warning-list.js';
import { text, words } from '../words/language.js';
import { progressTable, projectMarks, projectOption } from './project-chart.js';
import { projectHead } from './project-head.js';
import { projectSeries } from './project-series.js';
import { statusHistory } from './status-history.js';
import { yearlyPlan } from './yearly-plan.js';

const w = words({
  chart: ['进度与投资', 'Progress and investment'],
  of: ['{0}：进度与投资', '{0}: progress and investment'],
  said: ['形象进度、投资完成率与工期、年度计划的对比', 'percent complete and invested share against the window and the yearly plan'],
  milestones: ['节点', 'Milestones'],
  none: ['还没有计划节点。', 'No milestone is planned yet.'],
  nothing: ['还没有填报。', 'Nothing was reported yet.'],
});

/** One project: how far it is, what it cost, its milestones, and how it came to that. */
class Project extends SubjectPage {
  constructor() {
    super('project');
  }

  series = new Resource(this, () => this.address('/history', { limit: 200 }), { ...this.concerns(), load: projectSeries });

  content(view) {
    return html`${projectHead(view)}
      <div class="columns">
        <div class="body">
          <section class="card" aria-labelledby="chart">
            <h2 id="chart">${w('chart')}</h2>
            ${this.series.show((series) => this.#chart(view, series.reports))}
          </section>
          <section class="card" aria-labelledby="milestones">
            <h2 id="milestones">${w('milestones')}</h2>
            ${view.milestones.length ? milestoneList(view.milestones) : html`<p>${w('none')}</p>`}
          </section>
          ${yearlyPlan(view, this.series.value?.reports ?? [])}
          <tracker-reports .view=${view}></tracker-reports>
          <tracker-history .view=${view}></tracker-history>
        </div>
        <div class="side">
          ${warningList(view)} ${responsibility(view.responsibility)} ${this.series.value ? statusHistory(this.series.value.entries) : nothing}
        </div>
      </div>`;
  }

  #chart(view, reports) {
    if (reports.length === 0) {
      return html`<p>${w('nothing')}</p>`;
    }
    const marks = projectMarks(view, reports);
    return html`<tracker-chart
      .build=${(colours) => projectOption(marks, view, colours)}
      .table=${progressTable(view, reports)}
      .label=${w('of', text(view.name))}
      .said=${w('said')}
      .file=${`${view.plan}-${view.id}`}
    ></tracker-chart>`;
  }
}
customElements.define('tracker-project', Project);
