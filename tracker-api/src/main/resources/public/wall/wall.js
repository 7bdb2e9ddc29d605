import { html, nothing } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { connection } from '../data/live.js';
import { Following } from '../data/observable.js';
import { page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { figure, percent, total } from '../format/numbers.js';
import { period, time } from '../format/times.js';
import { bullet } from '../parts/bullet.js';
import { connectionSign } from '../parts/connection.js';
import { Element } from '../parts/element.js';
import { rating, ratingBar } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  whole: ['总体情况', 'The plan as a whole'],
  invested: ['完成投资', 'Invested'],
  core: ['主要指标', 'Core indicators'],
  warnings: ['未解除预警', 'Open warnings'],
  pause: ['暂停', 'Pause'],
  go: ['继续', 'Go on'],
  next: ['下一屏', 'Next'],
  leave: ['退出大屏', 'Leave'],
  state: ['截至 {0}', 'As of {0}'],
  slide: ['第 {0} / {1} 屏', 'Screen {0} of {1}'],
});

const SECONDS = 12;
const FEWEST = 3;

/** Large text for a wall: the plan as a whole, then goal by goal. `?seconds=` says how long each stays; the space bar halts it. */
class Wall extends Element {
  static properties = { shown: { state: true }, halted: { state: true } };

  shown = 0;
  halted = false;
  #timer = null;
  #key = (event) => this.#pressed(event);
  indicators = new Resource(this, () => asOf(planPath('/indicators'), { collection: 'core', limit: 200 }), { load: all });

  constructor() {
    super();
    new Following(this, current, connection, place);
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.classList.add('on-wall');
    addEventListener('keydown', this.#key);
    const seconds = Math.max(FEWEST, Number(place.value.query.get('seconds')) || SECONDS);
    this.#timer = setInterval(() => !this.halted && this.#turn(1), seconds * 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    removeEventListener('keydown', this.#key);
    document.documentElement.classList.remove('on-wall');
    super.disconnectedCallback();
  }

  #turn(by) {
    const slides = 1 + (current.value?.goals.length ?? 0);
    this.shown = (this.shown + by + slides) % slides;
  }

  #pressed(event) {
    if (event.target.closest?.('button, a, input, select')) {
      return;
    }
    if (event.key === ' ') {
      event.preventDefault();
      this.halted = !this.halted;
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      this.#turn(event.key === 'ArrowRight' ? 1 : -1);
    }
  }

  render() {
    const plan = current.value;
    if (!plan) {
      return nothing;
    }
    const goal = this.shown === 0 ? null : plan.goals[this.shown - 1];
    return html`<div class="wall">
      ${goal ? this.#goal(goal) : this.#whole(plan)}
      <div class="wall-foot">
        ${connectionSign()}
        <span>${w('state', time(plan.updatedAt, zone()))}</span>
        <span>${w('slide', this.shown + 1, plan.goals.length + 1)}</span>
        <span class="spacer"></span>
        <button type="button" class="quiet" @click=${() => (this.halted = !this.halted)}>${w(this.halted ? 'go' : 'pause')}</button>
        <button type="button" class="quiet" @click=${() => this.#turn(1)}>${w('next')}</button>
        <a href=${page()}>${w('leave')}</a>
      </div>
    </div>`;
  }

  #whole(plan) {
    return html`<h1>${text(plan.name)}</h1>
      <div class="wall-figures">
        <section><h2>${w('core')}</h2>${ratingBar(plan.ratings.core)}</section>
        ${plan.investment.map((sum) => html`<section><h2>${w('invested')}</h2><p class="huge">${percent(sum.investedShare)}</p><p>${figure(Number(sum.invested.toFixed(1)), sum.unit)}</p></section>`)}
        <section>
          <h2>${w('warnings')}</h2>
          <p class="huge">${total(plan.warnings ?? {})}</p>
          <p>${Object.entries(plan.warnings ?? {}).map(([rule, count]) => html`${term('rule', rule)} <b>${count}</b> `)}</p>
        </section>
      </div>`;
  }

  #goal(goal) {
    return html`<h1>${text(goal.name)}</h1>
      ${this.indicators.show(
        (items) => html`<ul class="wall-rows">
          ${items
            .filter((one) => one.goal === goal.id)
            .map(
              (one) => html`<li>
                <span class="name">${text(one.name)}</span>
                <b class="value">${figure(one.value, one.unit)} <small>${period(one.period)}</small></b>
                ${bullet(one)} ${rating(one.rating)}
              </li>`,
            )}
        </ul>`,
      )}`;
  }
}
customElements.define('tracker-wall', Wall);
