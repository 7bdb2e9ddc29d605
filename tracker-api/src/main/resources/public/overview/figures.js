import { html } from 'lit';
import { page } from '../data/place.js';
import { figure, percent, total } from '../format/numbers.js';
import { Element } from '../parts/element.js';
import { ratingBar } from '../parts/rating.js';
import { term, words } from '../words/language.js';

const w = words({
  core: ['{0} 项主要指标', '{0} core indicators'],
  projects: ['{0} 个重大项目', '{0} major projects'],
  invested: ['完成投资', 'Invested'],
  of: ['计划 {0}', 'of {0} planned'],
  warnings: ['未解除预警', 'Open warnings'],
});

/** The plan in four figures, each of which opens what it is made of. */
class Figures extends Element {
  static properties = { plan: { attribute: false } };

  render() {
    const { plan } = this;
    const warnings = total(plan.warnings);
    return html`<ul class="figures">
      <li class="card"><h2><a href=${page('indicators', { collection: 'core' })}>${w('core', plan.indicators.core)}</a></h2>${ratingBar(plan.ratings.core)}</li>
      <li class="card">
        <h2><a href=${page('projects')}>${w('projects', plan.projects)}</a></h2>
        <p class="statuses">
          ${Object.entries(plan.projectStatuses).map(([status, count]) => html`<a href=${page('projects', { status })}>${term('status', status)} <b>${count}</b></a>`)}
        </p>
      </li>
      ${plan.investment.map(
        (sum) => html`<li class="card">
          <h2><a href=${page('map')}>${w('invested')}</a></h2>
          <p class="big">${percent(sum.investedShare)}</p>
          <p>${figure(Number(sum.invested.toFixed(1)), sum.unit)}</p>
          <p class="fine">${w('of', figure(Number(sum.planned.toFixed(1)), sum.unit))}</p>
        </li>`,
      )}
      <li class="card"><h2><a href=${page('warnings')}>${w('warnings')}</a></h2><p class="big">${warnings}</p></li>
    </ul>`;
  }
}
customElements.define('tracker-figures', Figures);
