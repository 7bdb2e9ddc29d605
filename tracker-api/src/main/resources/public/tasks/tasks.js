import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, asOf, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { period } from '../format/times.js';
import { choice, named } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import { asked, filters } from '../parts/filters.js';
import { warned } from '../parts/indicator-row.js';
import { countsOf, ratingBar } from '../parts/rating.js';
import { departmentLink } from '../parts/responsibility.js';
import { term, text, words } from '../words/language.js';
import './task.js';

const w = words({
  title: ['五大工程与四大计划', 'Programmes'],
  filter: ['筛选', 'Filter programmes'],
  works: ['工程', 'Works'],
  plan: ['计划', 'Plans'],
  none: ['没有符合条件的工程与计划。', 'No programme matches.'],
  indicators: ['关联指标：{0} 项', 'Linked indicators: {0}'],
  latest: ['最近填报：{0}', 'Latest report: {0}'],
  nothing: ['还没有填报。', 'Nothing was reported yet.'],
});

const KINDS = ['works', 'plan'];
const STATUSES = ['not-started', 'in-progress', 'completed', 'suspended', 'cancelled'];

/** The named programmes of the plan: their status, what was said of them last, what they are measured by. */
class Tasks extends Element {
  items = new Resource(this, () => asOf(planPath('/tasks'), { limit: 200 }), { load: all, concerns: (view) => view.kind === 'task' || view.kind === 'plan' });
  indicators = new Resource(this, () => asOf(planPath('/indicators'), { limit: 200 }), { load: all, concerns: (view) => view.kind === 'indicator' });

  constructor() {
    super();
    new Following(this, current, place);
  }

  render() {
    const plan = current.value;
    return html`<div class="tasks">
      <div class="heading"><h1>${w('title')}</h1></div>
      ${this.items.show((items) => (plan ? html`${this.#filters(plan)} ${this.#kinds(items.filter(matching))}` : nothing))}
    </div>`;
  }

  #filters(plan) {
    return filters(w('filter'), ['status', 'department'], [
      choice('status', term('field', 'status'), STATUSES.map((one) => [one, term('status', one)])),
      named('department', term('field', 'lead'), plan.departments),
    ]);
  }

  #kinds(items) {
    if (items.length === 0) {
      return html`<p>${w('none')}</p>`;
    }
    const groups = KINDS.map((kind) => [kind, items.filter((view) => view.taskKind === kind)]).filter(([, views]) => views.length);
    return groups.map(
      ([kind, views]) => html`<section aria-labelledby=${kind}>
        <h2 id=${kind}>${w(kind)}</h2>
        <ul class="task-cards">${repeat(views, (view) => view.id, (view) => this.#card(view))}</ul>
      </section>`,
    );
  }

  #card(view) {
    const linked = (this.indicators.value ?? []).filter((one) => view.indicators.includes(one.id));
    return html`<li class="card">
      <p class="fine">${view.id} · ${departmentLink(view.responsibility?.lead)}</p>
      <h3><a href=${page(`tasks/${encodeURIComponent(view.id)}`)}>${text(view.name)}</a></h3>
      <p><strong>${term('status', view.status)}</strong>${warned(view.warnings)}</p>
      ${view.note ? html`<p>${text(view.note)}</p>` : nothing}
      ${view.period ? html`<p class="fine">${w('latest', period(view.period))}</p>` : html`<p class="fine">${w('nothing')}</p>`}
      ${view.latestNote ? html`<p class="quote">${view.latestNote}</p>` : nothing}
      ${linked.length ? html`<p class="fine">${w('indicators', linked.length)}</p>${ratingBar(countsOf(linked))}` : nothing}
    </li>`;
  }
}

function matching(view) {
  return (asked('status') === null || view.status === asked('status')) && (asked('department') === null || view.responsibility?.lead === asked('department'));
}
customElements.define('tracker-tasks', Tasks);
