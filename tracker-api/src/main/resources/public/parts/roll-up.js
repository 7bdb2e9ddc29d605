import { html, nothing } from 'lit';
import { page } from '../data/place.js';
import { figure, percent } from '../format/numbers.js';
import { term, words } from '../words/language.js';
import { ratingBar } from './rating.js';

const w = words({
  ratings: ['评级', 'Ratings'],
  investment: ['投资', 'Investment'],
  'of-planned': ['{0}，计划 {1}', '{0} of {1} planned'],
  warnings: ['未解除预警', 'Open warnings'],
  none: ['无', 'none'],
  discipline: ['填报纪律', 'Reporting discipline'],
  statuses: ['项目与任务状态', 'Projects and programmes by status'],
});

/** In this order, as they come about. */
const DUTIES = ['on-time', 'late', 'missing', 'due', 'upcoming'];

/** The sums of a roll-up. warningsOf is the query by which the page of warnings shows them. */
export function rollUp(view, warningsOf) {
  const warnings = Object.entries(view.warnings);
  return html`<div class="figures">
    ${Object.keys(view.ratings).length === 0 ? nothing : html`<section class="card"><h2>${w('ratings')}</h2>${ratingBar(view.ratings)}</section>`}
    ${view.investment.map(
      (sum) => html`<section class="card">
        <h2>${w('investment')}</h2>
        <p class="big">${percent(sum.investedShare)}</p>
        <p class="fine">${w('of-planned', figure(sum.invested, sum.unit), figure(sum.planned, sum.unit))}</p>
      </section>`,
    )}
    ${Object.keys(view.statuses).length === 0
      ? nothing
      : html`<section class="card"><h2>${w('statuses')}</h2>${counts(view.statuses, 'status')}</section>`}
    ${Object.keys(view.discipline).length === 0
      ? nothing
      : html`<section class="card"><h2>${w('discipline')}</h2>
          ${counts(Object.fromEntries(DUTIES.filter((duty) => duty in view.discipline).map((duty) => [duty, view.discipline[duty]])), 'duty')}</section>`}
    <section class="card">
      <h2>${w('warnings')}</h2>
      ${warnings.length === 0
        ? html`<p>${w('none')}</p>`
        : html`<ul class="rules">${warnings.map(([rule, count]) => html`<li><a href=${page('warnings', { rule, ...warningsOf })}>${term('rule', rule)} <b>${count}</b></a></li>`)}</ul>`}
    </section>
  </div>`;
}

function counts(of, family) {
  return html`<ul class="rules">${Object.entries(of).map(([label, count]) => html`<li>${term(family, label)} <b>${count}</b></li>`)}</ul>`;
}
