import { html } from 'lit';
import { page } from '../data/place.js';
import { figure, percent } from '../format/numbers.js';
import { ratingBar } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  title: ['合计', 'Sums'],
  projects: ['项目数', 'Projects'],
  planned: ['总投资', 'Planned'],
  invested: ['完成', 'Invested'],
  share: ['完成率', 'Share'],
  all: ['全部', 'All'],
});

/** What is planned and invested by category, in one unit each, and all in all. */
export function sumTable(plan, items) {
  return html`<section class="card sums" aria-labelledby="sums">
    <h2 id="sums">${w('title')}</h2>
    <div class="scroll">
      <table class="data">
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
          ${plan.categories.map((one) => row(html`<a href=${page('projects', { category: one.id })}>${text(one.name)}</a>`, one.projects, one))}
        </tbody>
        <tfoot>
          ${plan.investment.map((sum) => row(w('all'), items.filter((view) => view.unit === sum.unit).length, sum))}
        </tfoot>
      </table>
    </div>
    ${plan.categories.map((one) => html`<h3>${text(one.name)}</h3>${ratingBar(one.ratings)}`)}
  </section>`;
}

function row(name, projects, { unit, planned, invested, investedShare }) {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${projects}</td>
    <td class="number">${figure(planned, unit)}</td>
    <td class="number">${figure(invested, unit)}</td>
    <td class="number">${percent(investedShare)}</td>
  </tr>`;
}
