import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, asOf, planPath } from '../data/api.js';
import { current, departmentName, goalName } from '../data/current.js';
import { Following } from '../data/observable.js';
import { place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { choice, named, searched } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import { asked, filters, matches, order } from '../parts/filters.js';
import { bulletKey, indicatorRowOf } from '../parts/indicator-row.js';
import { RATINGS, countsOf, ratingBar } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';
import './indicator.js';

const w = words({
  title: ['指标', 'Indicators'],
  filter: ['筛选指标', 'Filter indicators'],
  search: ['搜索名称或编号', 'Search names and ids'],
  core: ['主要指标', 'Core indicators'],
  sort: ['排序', 'Order'],
  planned: ['按规划', 'As planned'],
  worst: ['评价最差在前', 'Worst rating first'],
  slowest: ['进度比最低在前', 'Lowest pace first'],
  least: ['完成率最低在前', 'Least complete first'],
  latest: ['最近更新在前', 'Latest change first'],
  name: ['按名称', 'By name'],
  shown: ['显示 {0} 项，共 {1} 项', '{0} of {1} shown'],
  none: ['没有符合条件的指标。', 'No indicator matches.'],
  nobody: ['未指定部门', 'no department'],
});

const COLLECTIONS = ['core', 'industry', 'commitment'];
const FILTERS = ['collection', 'goal', 'rating', 'department', 'q'];

/** Lowest first; what has no such figure comes last. */
const lowest = (of) => (one, other) => (of(one) ?? Infinity) - (of(other) ?? Infinity);
const SORTS = {
  rating: lowest((view) => worseness(view.rating)),
  pace: lowest((view) => view.pace),
  completion: lowest((view) => view.completion),
  latest: (one, other) => other.updatedAt.localeCompare(one.updatedAt),
  name: (one, other) => text(one.name).localeCompare(text(other.name)),
};

function worseness(rating) {
  const rank = RATINGS.indexOf(rating);
  return rank <= RATINGS.indexOf('moving-away') ? -rank : 1;
}

/** All indicators, filtered and sorted as the address says. */
class Indicators extends Element {
  items = new Resource(this, () => asOf(planPath('/indicators'), { limit: 200 }), {
    load: all,
    concerns: (view) => view.kind === 'indicator' || view.kind === 'plan',
  });

  constructor() {
    super();
    new Following(this, current, place);
  }

  render() {
    const plan = current.value;
    return html`<div class="indicators">
      <div class="heading"><h1>${w('title')}</h1></div>
      ${this.items.show((items) => html`${plan ? this.#filters(plan) : nothing}${this.#list(items)}`)}
    </div>`;
  }

  #filters(plan) {
    return filters(w('filter'), FILTERS, [
      searched('q', w('search')),
      choice('collection', term('field', 'collection'), COLLECTIONS.map((one) => [one, one === 'core' ? w('core') : term('collection', one)])),
      named('goal', term('field', 'goal'), plan.goals),
      choice('rating', term('field', 'rating'), RATINGS.map((one) => [one, `${term('sign', one)} ${term('rating', one)}`])),
      named('department', term('field', 'lead'), plan.departments),
      order('sort', w('sort'), [['', w('planned')], ['rating', w('worst')], ['pace', w('slowest')], ['completion', w('least')], ['latest', w('latest')], ['name', w('name')]]),
    ]);
  }

  #list(items) {
    const found = items.filter(
      (view) =>
        ['collection', 'goal', 'rating'].every((name) => asked(name) === null || view[name] === asked(name)) &&
        (asked('department') === null || view.responsibility?.lead === asked('department')) &&
        matches(asked('q'), view.id, view.name.zh, view.name.en),
    );
    return html`<p class="count" role="status">${w('shown', found.length, items.length)}</p>
      ${found.length === 0 ? html`<p>${w('none')}</p>` : html`${bulletKey()}${SORTS[asked('sort')] ? this.#flat(found) : this.#groups(found)}`}`;
  }

  #flat(found) {
    return html`<div class="card">${this.#rows([...found].sort(SORTS[asked('sort')]))}</div>`;
  }

  #groups(found) {
    const goals = current.value?.goals ?? [];
    const of = (collection) => found.filter((view) => view.collection === collection);
    const groups = [
      ...goals.map((goal) => [`goal-${goal.id}`, goalName(goal.id), of('core').filter((view) => view.goal === goal.id)]),
      ['core', term('collection', 'core'), of('core').filter((view) => !goals.some((goal) => goal.id === view.goal))],
      ['industry', term('collection', 'industry'), families(of('industry'))],
      ['commitment', term('collection', 'commitment'), of('commitment')],
    ];
    return html`<div class="groups">
      ${repeat(
        groups.filter(([, , views]) => views.length > 0),
        ([id]) => id,
        ([id, name, views]) => html`<section class="card" aria-labelledby=${id}>
          <h2 id=${id}>${name}</h2>
          ${ratingBar(countsOf(views))} ${this.#rows(views)}
        </section>`,
      )}
    </div>`;
  }

  #rows(views) {
    return html`<ul class="rows">
      ${repeat(views, (view) => view.id, (view) => indicatorRowOf(view, view.responsibility ? departmentName(view.responsibility.lead) : w('nobody')))}
    </ul>`;
  }
}

/** Each industry is followed by its parts. */
function families(views) {
  const ids = new Set(views.map((view) => view.id));
  const tops = views.filter((view) => !ids.has(view.parent));
  return tops.flatMap((top) => [top, ...views.filter((view) => view.parent === top.id)]);
}
customElements.define('tracker-indicators', Indicators);
