import { html, nothing } from 'lit';
import { figure } from '../format/numbers.js';
import { period } from '../format/times.js';
import { term, words } from '../words/language.js';
import { byYear } from './project-series.js';

const w = words({
  title: ['年度计划与完成', 'Year by year'],
  year: ['年度', 'Year'],
  planned: ['计划投资', 'Planned'],
  invested: ['当年完成', 'Invested in it'],
});

/** What was planned for each year and what it brought. */
export function yearlyPlan(view, reports) {
  const years = byYear(view, reports);
  if (years.length === 0) {
    return nothing;
  }
  return html`<section class="card" aria-labelledby="years">
    <h2 id="years">${w('title')}</h2>
    <div class="scroll">
      <table class="data">
        <thead>
          <tr>
            <th scope="col">${w('year')}</th>
            <th scope="col" class="number">${w('planned')}</th>
            <th scope="col" class="number">${w('invested')}</th>
            <th scope="col">${term('field', 'measures')}</th>
          </tr>
        </thead>
        <tbody>
          ${years.map(
            (one) => html`<tr>
              <th scope="row">${period(String(one.year))}</th>
              <td class="number">${figure(one.planned, view.unit)}</td>
              <td class="number">${figure(one.invested, view.unit)}</td>
              <td class="measures">${one.measures ?? '–'}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
