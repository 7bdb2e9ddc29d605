import { html, nothing } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { moment, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { figure, percent } from '../format/numbers.js';
import { time } from '../format/times.js';
import { searched } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import { bulletKey, indicatorRow } from '../parts/indicator-row.js';
import { rating, ratingBar } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';
import './feedback.js';

const w = words({
  title: ['规划实施情况公开', 'How the plan is carried out'],
  state: ['数据截至 {0}', 'As of {0}'],
  projects: ['重大项目', 'Major projects'],
  tasks: ['工程与计划', 'Programmes'],
  search: ['搜索项目', 'Search the projects'],
  found: ['{0} 个项目', '{0} projects'],
  name: ['项目', 'Project'],
  complete: ['完成', 'Complete'],
  investment: ['总投资', 'Investment'],
  status: ['状态', 'Status'],
  rating: ['评级', 'Rating'],
  none: ['规划尚未公开内容。', 'The plan publishes nothing yet.'],
});

/** What the plan publishes, for everybody and without signing in, and what people say of it. */
class Public extends Element {
  indicators = this.#list('/public/indicators', { collection: 'core' });
  projects = this.#list('/public/projects');
  tasks = this.#list('/public/tasks');

  constructor() {
    super();
    new Following(this, place, current);
  }

  #list(path, query = {}) {
    return new Resource(this, () => (current.value ? asOf(planPath(path), { ...query, limit: 200 }) : null), { load: all });
  }

  render() {
    const plan = current.value;
    if (!plan) {
      return nothing;
    }
    return html`<div class="heading">
        <h1>${w('title')}</h1>
        <p class="state">${w('state', time(plan.updatedAt, zone()))}</p>
      </div>
      ${bulletKey()} ${this.indicators.show((items) => this.#goals(plan, items))} ${this.projects.show((items) => this.#projects(items))}
      ${this.tasks.show((items) =>
        items.length === 0
          ? nothing
          : html`<section>
              <h2>${w('tasks')}</h2>
              <ul class="programmes">
                ${items.map((task) => html`<li class="card"><b>${text(task.name)}</b> <span>${term('status', task.status)}</span><p class="fine">${text(task.note)}</p></li>`)}
              </ul>
            </section>`,
      )}
      <tracker-feedback ?past=${moment() !== null}></tracker-feedback>`;
  }

  #goals(plan, items) {
    if (items.length === 0) {
      return html`<p>${w('none')}</p>`;
    }
    return plan.goals.map(
      (goal) => html`<section class="goal card stacked">
        <h2>${text(goal.name)}</h2>
        ${ratingBar(goal.ratings)}
        <ul class="rows">${items.filter((one) => one.goal === goal.id).map((one) => indicatorRow(one, { linked: false }))}</ul>
      </section>`,
    );
  }

  #projects(items) {
    const wanted = (place.value.query.get('q') ?? '').trim().toLowerCase();
    const found = items.filter((one) => `${one.id} ${one.name.zh} ${one.name.en}`.toLowerCase().includes(wanted));
    return html`<section>
      <h2>${w('projects')}</h2>
      <div class="filters">${searched('q', w('search'))}<p role="status">${w('found', found.length)}</p></div>
      <div class="scroll tall" tabindex="0" role="region" aria-label=${w('projects')}>
        <table>
          <thead><tr><th scope="col">${w('name')}</th><th scope="col" class="number">${w('investment')}</th><th scope="col" class="number">${w('complete')}</th><th scope="col">${w('status')}</th><th scope="col">${w('rating')}</th></tr></thead>
          <tbody>
            ${found.map(
              (one) => html`<tr>
                <th scope="row">${text(one.name)} <span class="fine">${one.id}</span></th>
                <td class="number">${figure(one.investment, one.unit)}</td>
                <td class="number">${percent(one.completion)}</td>
                <td>${term('status', one.status)}</td>
                <td>${rating(one.rating)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}
customElements.define('tracker-public', Public);
