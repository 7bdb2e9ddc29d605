import { html, nothing } from 'lit';
import { current, unitName } from '../data/current.js';
import { Following } from '../data/observable.js';
import { go, page, place } from '../data/place.js';
import { allProjects } from '../data/projects.js';
import { named } from '../parts/choice.js';
import '../parts/chart.js';
import { Element } from '../parts/element.js';
import { asked, filters } from '../parts/filters.js';
import { RATINGS, rating } from '../parts/rating.js';
import { term, words } from '../words/language.js';
import { mapOption, mapTable } from './map-option.js';
import { sumTable } from './sum-table.js';

const w = words({
  title: ['投资分布图', 'Map of investment'],
  label: ['各类项目投资（{0}）', 'Investment by category and project, in {0}'],
  said: ['面积为总投资，颜色与符号为评价', 'areas are investments, colours and signs are ratings'],
  hint: ['面积为总投资，颜色与符号为评价；点击进入项目。', 'Areas are total investments, colours and signs are ratings. A click leads to the project.'],
  projects: ['重大项目', 'Major projects'],
  timeline: ['节点时间轴', 'Milestones on a time axis'],
  without: ['未列出：{0} 个项目没有投资额。', 'Not on the map: {0} projects without an investment.'],
  key: ['图例', 'Key'],
  filter: ['选择类别', 'Choose a category'],
});

/** Where the plan's money goes: a map of categories and projects by investment, and its sums. */
class InvestmentMap extends Element {
  items = allProjects(this);

  constructor() {
    super();
    new Following(this, current, place);
  }

  render() {
    const plan = current.value;
    return html`<div class="map">
      <div class="heading">
        <h1>${w('title')}</h1>
        <p class="more"><a href=${page('projects')}>${w('projects')}</a> <a href=${page('timeline')}>${w('timeline')}</a></p>
      </div>
      ${this.items.show((items) => (plan ? html`${this.#choice(plan)} ${this.#maps(items, plan)}` : nothing))}
    </div>`;
  }

  /** A small category can be seen alone. */
  #choice(plan) {
    return filters(w('filter'), ['category'], [named('category', term('field', 'category'), plan.categories)]);
  }

  /** One map a unit: what is not of one kind has no area in common. */
  #maps(items, plan) {
    const priced = items.filter((view) => view.investment > 0 && (asked('category') === null || view.category === asked('category')));
    const units = [...new Set(priced.map((view) => view.unit))];
    const left = items.filter((view) => !(view.investment > 0)).length;
    return html`<div class="columns">
      <div>
        ${units.map((unit) => this.#map(unit, priced.filter((view) => view.unit === unit), plan))}
        ${left ? html`<p class="fine">${w('without', left)}</p>` : nothing}
      </div>
      ${sumTable(plan, items)}
    </div>`;
  }

  #map(unit, views, plan) {
    const present = RATINGS.filter((label) => views.some((view) => view.rating === label));
    return html`<section class="card" aria-label=${w('label', unitName(unit))}>
      <p class="fine">${w('hint')}</p>
      <p class="legend" aria-label=${w('key')} role="group">${present.map((label) => rating(label))}</p>
      <tracker-chart
        .build=${(colours) => mapOption(views, plan, colours)}
        .table=${mapTable(views)}
        .label=${w('label', unitName(unit))}
        .said=${w('said')}
        .file=${`${plan.id}-investment`}
        @pick=${(event) => event.detail?.project && go(page(`projects/${encodeURIComponent(event.detail.project)}`))}
      ></tracker-chart>
    </section>`;
  }
}
customElements.define('tracker-map', InvestmentMap);
