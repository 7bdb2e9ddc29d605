import { html, nothing } from 'lit';
import { unitName } from '../data/current.js';
import { number } from '../format/numbers.js';
import { period } from '../format/times.js';
import { term, words } from '../words/language.js';
import { byYear } from './project-series.js';

const w = words({
  title: ['年度计划与完成', 'Year by year'],
  year: ['年度', 'Year'],
  planned: ['计划投资（{0}）', 'Planned ({0})'],
  invested: ['当年完成（{0}）', 'Invested in it ({0})'],
});

/** What was planned for each year and what it brought. */
export function yearlyPlan(view, reports) {
  const years = byYear(view, reports);
  if (years.length === 0) {
    return nothing;
  }
  return html`<section class="card" aria-labelledby="years">
    <h2 id="years">${w('title')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="years">
      <table class="data-table">
        <thead>
          <tr>
            <th scope="col">${w('year')}</th>
            <th scope="col" class="number">${w('planned', unitName(view.unit))}</th>
            <th scope="col" class="number">${w('invested', unitName(view.unit))}</th>
            <th scope="col">${term('field', 'measures')}</th>
          </tr>
        </thead>
        <tbody>
          ${years.map(
            (one) => html`<tr>
              <th scope="row">${period(String(one.year))}</th>
              <td class="number">${number(one.planned)}</td>
              <td class="number">${number(one.invested)}</td>
              <td class="measures">${one.measures ?? '–'}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
