import { html, nothing } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { time } from '../format/times.js';
import { Element } from '../parts/element.js';
import { bulletKey, indicatorRow } from '../parts/indicator-row.js';
import { ratingBar } from '../parts/rating.js';
import { text, words } from '../words/language.js';
import './figures.js';
import './investment.js';
import './news.js';
import './warned.js';

const w = words({
  title: ['总览', 'Overview'],
  state: ['数据截至第 {0} 号事件，{1}', 'As of event {0}, {1}'],
  goals: ['五大目标', 'The five goals'],
  all: ['全部指标', 'All indicators'],
  commitments: ['任务承诺指标', 'Commitments'],
  industries: ['产业指标', 'Industry indicators'],
});

/** What matters of the whole plan on one page. */
class Overview extends Element {
  indicators = new Resource(this, () => asOf(planPath('/indicators'), { collection: 'core', limit: 200 }), {
    load: all,
    concerns: (view) => view.kind === 'indicator' || view.kind === 'plan',
  });

  constructor() {
    super();
    new Following(this, current);
  }

  render() {
    const plan = current.value;
    if (!plan) {
      return nothing;
    }
    return html`<div class="overview">
      <div class="heading">
        <h1>${w('title')}</h1>
        <p class="state">${w('state', plan.position, time(plan.updatedAt, zone()))}</p>
      </div>
      <tracker-figures .plan=${plan}></tracker-figures>
      <div class="columns">
        <section class="goals" aria-labelledby="goals">
          <h2 id="goals">${w('goals')}</h2>
          ${bulletKey()} ${this.indicators.show((items) => plan.goals.map((goal) => this.#goal(goal, items)))}
          <p class="more">
            <a href=${page('indicators')}>${w('all')}</a>
            <a href=${page('indicators', { collection: 'commitment' })}>${w('commitments')}</a>
            <a href=${page('indicators', { collection: 'industry' })}>${w('industries')}</a>
          </p>
        </section>
        <div class="side">
          <tracker-warned .plan=${plan}></tracker-warned>
          <tracker-investment .plan=${plan}></tracker-investment>
          <tracker-news></tracker-news>
        </div>
      </div>
    </div>`;
  }

  #goal(goal, items) {
    return html`<section class="goal card" aria-labelledby=${`goal-${goal.id}`}>
      <h3 id=${`goal-${goal.id}`}><a href=${page(`goals/${goal.id}`)}>${text(goal.name)}</a></h3>
      ${ratingBar(goal.ratings)}
      <ul class="rows">
        ${items.filter((one) => one.goal === goal.id).map((one) => indicatorRow(one))}
      </ul>
    </section>`;
  }
}
customElements.define('tracker-overview', Overview);
