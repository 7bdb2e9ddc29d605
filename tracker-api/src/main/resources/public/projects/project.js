import { html, nothing } from 'lit';
import { asOf, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { Resource } from '../data/resource.js';
import '../parts/chart.js';
import { Element } from '../parts/element.js';
import '../parts/history.js';
import { milestoneList } from '../parts/milestone.js';
import '../parts/reports.js';
import { responsibility } from '../parts/responsibility.js';
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
  product: ['进度跟踪', 'Progress tracker'],
});

/** One project: how far it is, what it cost, its milestones, and how it came to that. */
class Project extends Element {
  static properties = { subject: { attribute: false } };

  subject = null;
  view = new Resource(this, () => this.#address(), this.#concerns());
  series = new Resource(this, () => this.#address('/history', { limit: 200 }), { ...this.#concerns(), load: projectSeries });

  constructor() {
    super();
    new Following(this, current);
  }

  /** So that the frame leaves the title to this page. */
  get heading() {
    return text(this.view.value?.name);
  }

  #address(of = '', query = {}) {
    return this.subject && asOf(planPath(`/projects/${encodeURIComponent(this.subject)}${of}`), query);
  }

  #concerns() {
    return { concerns: (view) => view.kind === 'plan' || (view.kind === 'project' && view.id === this.subject) };
  }

  updated() {
    if (this.heading) {
      document.title = `${this.heading} – ${w('product')}`;
    }
  }

  render() {
    return html`<article class="subject">${current.value ? this.view.show((view) => this.#page(view)) : nothing}</article>`;
  }

  #page(view) {
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
