import { html, nothing } from 'lit';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page, place } from '../data/place.js';
import { allProjects } from '../data/projects.js';
import { figure } from '../format/numbers.js';
import { choice, named, searched } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import { filters, order } from '../parts/filters.js';
import { RATINGS, countsOf, ratingBar } from '../parts/rating.js';
import { term, words } from '../words/language.js';
import './project.js';
import { FILTERS, STATUSES, filtered, sorted, sums } from './project-filter.js';
import { COLUMNS, projectTable } from './project-table.js';

const w = words({
  title: ['重大项目', 'Major projects'],
  filter: ['筛选项目', 'Filter projects'],
  search: ['搜索编号、名称、业主', 'Search ids, names, owners'],
  sort: ['排序', 'Order'],
  planned: ['按编号', 'By id'],
  up: ['{0} ↑', '{0} ↑'],
  down: ['{0} ↓', '{0} ↓'],
  shown: ['显示 {0} 个，共 {1} 个', '{0} of {1} shown'],
  sums: ['总投资 {0}，完成 {1}', '{0} to be invested, {1} invested'],
  none: ['没有符合条件的项目。', 'No project matches.'],
  timeline: ['节点时间轴', 'Milestones on a time axis'],
  map: ['投资分布图', 'Map of investment'],
});

/** All projects in one table, filtered and sorted as the address says. */
class Projects extends Element {
  items = allProjects(this);

  constructor() {
    super();
    new Following(this, current, place);
  }

  render() {
    const plan = current.value;
    return html`<div class="projects">
      <div class="heading">
        <h1>${w('title')}</h1>
        <p class="more"><a href=${page('timeline')}>${w('timeline')}</a> <a href=${page('map')}>${w('map')}</a></p>
      </div>
      ${this.items.show((items) => html`${plan ? this.#filters(plan) : nothing}${this.#list(items)}`)}
    </div>`;
  }

  #filters(plan) {
    return filters(w('filter'), FILTERS, [
      searched('q', w('search')),
      named('category', term('field', 'category'), plan.categories),
      choice('status', term('field', 'status'), STATUSES.map((one) => [one, term('status', one)])),
      choice('rating', term('field', 'rating'), RATINGS.map((one) => [one, `${term('sign', one)} ${term('rating', one)}`])),
      named('department', term('field', 'lead'), plan.departments),
      order('sort', w('sort'), [['', w('planned')], ...COLUMNS.flatMap(({ id, label }) => [[id, w('up', label(null))], [`-${id}`, w('down', label(null))]]).slice(1)]),
    ]);
  }

  #list(items) {
    const found = filtered(items);
    const totals = sums(found).map(({ unit, investment, invested }) => w('sums', figure(investment, unit), figure(invested, unit)));
    return html`<p class="count" role="status">${[w('shown', found.length, items.length), ...totals].join(' · ')}</p>
      ${found.length === 0 ? html`<p>${w('none')}</p>` : html`${ratingBar(countsOf(found))} ${projectTable(sorted(found))}`}`;
  }
}
customElements.define('tracker-projects', Projects);
