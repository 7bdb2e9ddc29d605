import { html, nothing } from 'lit';
import { categoryName } from '../data/current.js';
import { page } from '../data/place.js';
import { figure, number, percent } from '../format/numbers.js';
import { day, period } from '../format/times.js';
import { warned } from '../parts/indicator-row.js';
import { milestoneDates, nextMilestone, schedule } from '../parts/milestone.js';
import { rating } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  projects: ['重大项目', 'Major projects'],
  none: ['尚未填报', 'nothing reported yet'],
  window: ['{0} 至 {1}', '{0} to {1}'],
  duration: ['工期', 'Window'],
  share: ['{0}（{1}）', '{0} ({1})'],
  next: ['下一节点', 'Next milestone'],
  expected: ['应达进度（工期已过）', 'Expected (time passed)'],
});

/** The head of a project's page: how far it is, what it costs, its window, what comes next. */
export function projectHead(view) {
  const next = nextMilestone(view.milestones);
  return html`<div class="heading">
      <p class="trail">
        <a href=${page('projects')}>${w('projects')}</a> / <a href=${page('projects', { category: view.category })}>${categoryName(view.category)}</a> / ${view.id}
      </p>
      <h1>${text(view.name)}</h1>
    </div>
    <section class="card headline" aria-label=${text(view.name)}>
      <div class="top">
        <p class="big">${view.percentComplete === null ? w('none') : `${number(view.percentComplete, 1)}%`}</p>
        <p>${term('status', view.status)}${view.period ? html` · ${period(view.period)}` : nothing}</p>
        <p>${rating(view.rating)}${warned(view.warnings)}</p>
      </div>
      <dl class="facts">
        ${fact(term('field', 'investment'), figure(view.investment, view.unit))}
        ${fact(term('field', 'invested'), view.invested === null ? '–' : w('share', figure(view.invested, view.unit), percent(view.investedShare)))}
        ${fact(w('expected'), percent(view.expected))} ${fact(term('field', 'pace'), percent(view.pace))}
        ${fact(w('duration'), w('window', day(view.start), day(view.end)))} ${fact(term('field', 'owner'), text(view.owner) || '–')}
        ${next ? fact(w('next'), html`${text(next.name)} ${schedule(next.schedule)} <span class="fine">${milestoneDates(next)}</span>`) : nothing}
        ${view.note ? fact(term('field', 'note'), typeof view.note === 'string' ? view.note : text(view.note)) : nothing}
      </dl>
    </section>`;
}

function fact(label, value) {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}
