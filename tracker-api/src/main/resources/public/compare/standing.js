import { html, nothing } from 'lit';
import { planPath } from '../data/api.js';
import { zone } from '../data/current.js';
import { Resource } from '../data/resource.js';
import { figure, percent, total } from '../format/numbers.js';
import { time } from '../format/times.js';
import { Element } from '../parts/element.js';
import { ratingBar } from '../parts/rating.js';
import { term, words } from '../words/language.js';

const w = words({
  now: ['现在', 'Now'],
  core: ['主要指标', 'Core indicators'],
  projects: ['重大项目', 'Major projects'],
  invested: ['完成投资 {0}，{1}', 'Invested {0}, {1}'],
  warnings: ['未解除预警 {0}', 'Open warnings {0}'],
});

/** How the whole plan stood at a moment; null is now. */
class Standing extends Element {
  static properties = { moment: { attribute: false } };

  plan = new Resource(this, () => planPath('') + (this.moment ? `?asOf=${encodeURIComponent(this.moment)}` : ''));

  render() {
    return html`<section class="card">
      <h2>${this.moment ? time(this.moment, zone()) : w('now')}</h2>
      ${this.plan.show(
        (plan) => html`<h3>${w('core')}</h3>
          ${ratingBar(plan.ratings.core)}
          <h3>${w('projects')}</h3>
          <ul class="rules">${Object.entries(plan.projectStatuses).map(([status, count]) => html`<li>${term('status', status)} <b>${count}</b></li>`)}</ul>
          ${plan.investment.map((sum) => html`<p>${w('invested', percent(sum.investedShare), figure(Number(sum.invested.toFixed(1)), sum.unit))}</p>`)}
          <p>${w('warnings', total(plan.warnings))}</p>${nothing}`,
      )}
    </section>`;
  }
}
customElements.define('tracker-standing', Standing);
