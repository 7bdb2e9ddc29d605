import { html, nothing } from 'lit';
import { all, planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { moment, page } from '../data/place.js';
import { plans, registeredAt } from '../data/plans.js';
import { Resource } from '../data/resource.js';
import { change, figure } from '../format/numbers.js';
import { dayOf } from '../format/times.js';
import { Element } from '../parts/element.js';
import { rating } from '../parts/rating.js';
import { text, words } from '../words/language.js';

const w = words({
  title: ['近一周变化', 'What changed this week'],
  none: ['近一周没有变化。', 'Nothing changed this week.'],
  since: ['自 {0}', 'Since {0}'],
  more: ['另有 {0} 项，查看全部', '{0} more: show all'],
});

const WEEK = 7 * 86_400_000;
const SHOWN = 8;

/** The subjects whose value or rating changed in the seven days up to the day that is looked at, since the plan's registration at most. */
class News extends Element {
  moved = new Resource(this, () => this.#address(), { load: all });

  constructor() {
    super();
    new Following(this, current, plans);
  }

  #from() {
    return new Date(Math.max(Date.parse(moment() ?? this.#end()) - WEEK, Date.parse(registeredAt()))).toISOString();
  }

  /** Of a plan with a clock of its own, its last event; to the hour, so that a page that stays open asks no more than it must. */
  #end() {
    const plan = current.value;
    return plan.simulated ? plan.updatedAt : new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString();
  }

  #address() {
    if (!current.value || !registeredAt()) {
      return null;
    }
    const to = moment() ? `&to=${encodeURIComponent(moment())}` : '';
    return planPath(`/compare?from=${encodeURIComponent(this.#from())}${to}&limit=200`);
  }

  render() {
    if (!this.#address()) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="news">
      <h2 id="news">${w('title')}</h2>
      <p class="fine">${w('since', dayOf(this.#from(), zone()))}</p>
      ${this.moved.show((items) => this.#list(items.filter((one) => one.after && one.before && interesting(one))))}
    </section>`;
  }

  #list(items) {
    if (items.length === 0) {
      return html`<p>${w('none')}</p>`;
    }
    const sorted = [...items].sort((one, other) => Number(rated(other)) - Number(rated(one)));
    return html`<ul class="latest">
        ${sorted.slice(0, SHOWN).map(
          ({ before, after, name }) => html`<li>
            <a href=${page(`${after.kind}s/${after.id}`)}>${text(name)}</a>
            ${before.rating === after.rating ? rating(after.rating) : html`<span>${rating(before.rating)} → ${rating(after.rating)}</span>`}
            ${after.kind === 'indicator' && before.value !== after.value && after.value !== null
              ? html`<span class="fine">${figure(after.value, after.unit)}${before.value === null ? nothing : html` (${change(Number((after.value - before.value).toPrecision(12)))})`}</span>`
              : nothing}
          </li>`,
        )}
      </ul>
      <p class="more">
        <a href=${page('compare', { from: this.#from() })}>${items.length > SHOWN ? w('more', items.length - SHOWN) : w('title')}</a>
      </p>`;
  }
}

function rated({ before, after }) {
  return before.rating !== after.rating;
}

function interesting({ before, after }) {
  return rated({ before, after }) || before.value !== after.value || before.percentComplete !== after.percentComplete || before.status !== after.status;
}
customElements.define('tracker-news', News);
