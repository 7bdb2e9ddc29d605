import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { categoryName, departmentName } from '../data/current.js';
import { ask, page } from '../data/place.js';
import { figure, number, percent } from '../format/numbers.js';
import { day } from '../format/times.js';
import { warned } from '../parts/indicator-row.js';
import { nextMilestone, schedule } from '../parts/milestone.js';
import { rating } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';
import { sorting } from './project-filter.js';

const w = words({
  projects: ['重大项目', 'Major projects'],
  id: ['编号', 'Id'],
  share: ['投资率', 'Invested'],
  complete: ['进度', 'Complete'],
  milestone: ['下一节点', 'Next milestone'],
  nobody: ['未指定', 'none'],
});

/** The columns: what each is called, and how it is shown. */
export const COLUMNS = [
  { id: 'id', label: () => w('id'), cell: (view) => view.id },
  { id: 'name', label: () => term('field', 'name'), cell: (view) => html`<a href=${page(`projects/${encodeURIComponent(view.id)}`)}>${text(view.name)}</a>` },
  { id: 'category', label: () => term('field', 'category'), cell: (view) => categoryName(view.category) },
  { id: 'owner', label: () => term('field', 'owner'), cell: (view) => text(view.owner) || '–' },
  { id: 'department', label: () => term('field', 'lead'), cell: (view) => (view.responsibility ? departmentName(view.responsibility.lead) : w('nobody')) },
  { id: 'investment', label: () => term('field', 'investment'), cell: (view) => figure(view.investment, view.unit), number: true },
  { id: 'share', label: () => w('share'), cell: (view) => percent(view.investedShare), number: true },
  { id: 'complete', label: () => w('complete'), cell: (view) => (view.percentComplete === null ? '–' : `${number(view.percentComplete, 1)}%`), number: true },
  { id: 'status', label: () => term('field', 'status'), cell: (view) => term('status', view.status) },
  { id: 'rating', label: () => term('field', 'rating'), cell: (view) => rating(view.rating) },
  { id: 'warnings', label: () => term('field', 'warnings'), cell: (view) => (view.warnings.length ? warned(view.warnings) : '–') },
  { id: 'milestone', label: () => w('milestone'), cell: (view) => milestone(nextMilestone(view.milestones)) },
];

function milestone(next) {
  return next === null
    ? '–'
    : html`${text(next.name)} <span class="fine">${day(next.due)}</span>${next.schedule === 'missed' ? html` ${schedule('missed')}` : nothing}`;
}

/** The table; on a phone each row is a card, which keeps the table's roles. */
export function projectTable(views) {
  const by = sorting();
  return html`<div class="scroll project-table" tabindex="0" role="region" aria-label=${w('projects')}>
    <table role="table">
      <caption class="unseen">${w('projects')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${COLUMNS.map((column) => head(column, by))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          views,
          (view) => view.id,
          (view) => html`<tr role="row">
            ${COLUMNS.map(({ id, label, cell, number: amount }) =>
              id === 'name'
                ? html`<th scope="row" role="rowheader" class="name-cell">${cell(view)}</th>`
                : html`<td role="cell" class="${id} ${amount ? 'number' : ''}" data-label=${label()}>${cell(view)}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function head({ id, label, number: amount }, by) {
  const on = by.id === id;
  const state = on ? (by.descending ? 'descending' : 'ascending') : 'none';
  const next = on && !by.descending ? `-${id}` : id === 'id' ? null : id;
  return html`<th scope="col" role="columnheader" aria-sort=${state} class=${amount ? 'number' : ''}>
    <button type="button" class="quiet" @click=${() => ask({ sort: next })}>${label()}<span class="sort" aria-hidden="true">${on ? (by.descending ? '↓' : '↑') : ''}</span></button>
  </th>`;
}
