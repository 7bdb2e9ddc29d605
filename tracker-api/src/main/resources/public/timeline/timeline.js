import { html, nothing } from 'lit';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page, place } from '../data/place.js';
import { allProjects } from '../data/projects.js';
import { choice, named, searched } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import { asked, filters, matches } from '../parts/filters.js';
import { SCHEDULES, schedule } from '../parts/milestone.js';
import { term, words } from '../words/language.js';
import './milestone-chart.js';
import { milestoneTable } from './milestone-table.js';

const w = words({
  title: ['节点时间轴', 'Milestones on a time axis'],
  filter: ['筛选节点', 'Filter milestones'],
  search: ['搜索项目或节点', 'Search projects and milestones'],
  state: ['节点状态', 'State of milestones'],
  shown: ['{0} 个项目，{1} 个节点', '{0} projects, {1} milestones'],
  none: ['没有符合条件的节点。', 'No milestone matches.'],
  projects: ['重大项目', 'Major projects'],
  map: ['投资分布图', 'Map of investment'],
  key: ['图例', 'Key'],
});

const FILTERS = ['category', 'department', 'state', 'q'];

/** The windows and milestones of all projects on one time axis, and the same as a list. */
class Timeline extends Element {
  items = allProjects(this);

  constructor() {
    super();
    new Following(this, current, place);
  }

  render() {
    const plan = current.value;
    return html`<div class="timeline">
      <div class="heading">
        <h1>${w('title')}</h1>
        <p class="more"><a href=${page('projects')}>${w('projects')}</a> <a href=${page('map')}>${w('map')}</a></p>
      </div>
      ${this.items.show((items) => (plan ? html`${this.#filters(plan)} ${this.#axis(shown(items), plan)}` : nothing))}
    </div>`;
  }

  #filters(plan) {
    return filters(w('filter'), FILTERS, [
      searched('q', w('search')),
      named('category', term('field', 'category'), plan.categories),
      named('department', term('field', 'lead'), plan.departments),
      choice('state', w('state'), SCHEDULES.map((one) => [one, term('schedule', one)])),
    ]);
  }

  #axis(projects, plan) {
    const milestones = projects.reduce((sum, project) => sum + project.milestones.length, 0);
    return html`<p class="count" role="status">${w('shown', projects.length, milestones)}</p>
      ${projects.length === 0
        ? html`<p>${w('none')}</p>`
        : html`<ul class="schedule-key" aria-label=${w('key')}>${SCHEDULES.map((state) => html`<li>${schedule(state)}</li>`)}</ul>
            <tracker-milestone-chart .projects=${projects} .plan=${plan}></tracker-milestone-chart>
            ${milestoneTable(projects)}`}`;
  }
}

/** The projects that the address asks for, each with those of its milestones that it asks for; without a wish for milestones, those that have none too. */
function shown(items) {
  const q = asked('q');
  return items
    .filter(
      (view) =>
        (asked('category') === null || view.category === asked('category')) &&
        (asked('department') === null || view.responsibility?.lead === asked('department')),
    )
    .map((view) => {
      const named = matches(q, view.id, view.name.zh, view.name.en);
      const milestones = view.milestones.filter(
        (one) => (asked('state') === null || one.schedule === asked('state')) && (named || matches(q, one.name.zh, one.name.en)),
      );
      return { ...view, milestones, named };
    })
    .filter((view) => view.milestones.length > 0 || (view.named && asked('state') === null));
}
customElements.define('tracker-timeline', Timeline);
