import { html } from 'lit';
import { unitName } from '../data/current.js';
import { page } from '../data/place.js';
import { number, percent } from '../format/numbers.js';
import { ratingBar } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  title: ['合计', 'Sums'],
  projects: ['项目数', 'Projects'],
  planned: ['总投资', 'Planned'],
  invested: ['完成', 'Invested'],
  share: ['完成率', 'Share'],
  all: ['全部', 'All'],
  unit: ['单位：{0}', 'In {0}'],
});

/** What is planned and invested by category, and all in all: one table a unit. */
export function sumTable(plan, items) {
  return html`<section class="card sums" aria-labelledby="sums">
    <h2 id="sums">${w('title')}</h2>
    ${plan.investment.map((sum) => table(plan, sum, items.filter((view) => view.unit === sum.unit).length))}
    ${plan.categories.map((one) => html`<h3>${text(one.name)}</h3>${ratingBar(one.ratings)}`)}
  </section>`;
}

function table(plan, sum, projects) {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="sums">
    <table class="data-table">
      <caption class="fine">${w('unit', unitName(sum.unit))}</caption>
      <thead>
        <tr>
          <th scope="col">${term('field', 'category')}</th>
          <th scope="col" class="number">${w('projects')}</th>
          <th scope="col" class="number">${w('planned')}</th>
          <th scope="col" class="number">${w('invested')}</th>
          <th scope="col" class="number">${w('share')}</th>
        </tr>
      </thead>
      <tbody>
        ${plan.categories
          .filter((one) => one.unit === sum.unit)
          .map((one) => row(html`<a href=${page('projects', { category: one.id })}>${text(one.name)}</a>`, one.projects, one))}
      </tbody>
      <tfoot>${row(w('all'), projects, sum)}</tfoot>
    </table>
  </div>`;
}

function row(name, projects, { planned, invested, investedShare }) {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${projects}</td>
    <td class="number">${number(planned)}</td>
    <td class="number">${number(invested)}</td>
    <td class="number">${percent(investedShare)}</td>
  </tr>`;
}
