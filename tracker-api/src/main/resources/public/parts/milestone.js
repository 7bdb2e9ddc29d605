import { html, nothing } from 'lit';
import { figure } from '../format/numbers.js';
import { day } from '../format/times.js';
import { term, text, words } from '../words/language.js';

const w = words({
  reached: ['{0}（应于 {1}）', '{0} (due {1})'],
  due: ['应于 {0} 完成', 'due {0}'],
  of: ['{0}，目标 {1}', '{0} of {1}'],
  range: ['{0} 至 {1}', '{0} to {1}'],
  target: ['目标 {0}', 'target {0}'],
});

/** The states of a milestone, and the sign of each: none is told by colour alone. */
export const SCHEDULES = ['reached-on-time', 'reached-late', 'due', 'missed'];
const SIGNS = { 'reached-on-time': '◆', 'reached-late': '◈', due: '◇', missed: '✕' };

/** The state of a milestone by its sign and its word. */
export function schedule(state) {
  return html`<span class="schedule ${state}"><span aria-hidden="true">${SIGNS[state]}</span> ${term('schedule', state)}</span>`;
}

/** When it was reached and was due, and what was to be reached where that is counted. */
export function milestoneDates(milestone) {
  const amount = counted(milestone);
  return html`${milestone.reachedOn ? w('reached', day(milestone.reachedOn), day(milestone.due)) : w('due', day(milestone.due))}${amount ? html` · ${amount}` : nothing}`;
}

function counted({ reached, value, valueHigh, unit }) {
  if (value === null) {
    return null;
  }
  const target = valueHigh === null ? figure(value, unit) : w('range', figure(value, unit), figure(valueHigh, unit));
  return reached === null ? w('target', target) : w('of', figure(reached, unit), target);
}

/** The milestone that comes next, or that is overdue; null where none is left. */
export function nextMilestone(milestones) {
  const left = milestones.filter((one) => one.schedule === 'due' || one.schedule === 'missed');
  return left.length ? left.reduce((first, one) => (one.due < first.due ? one : first)) : null;
}

/** All milestones of a project in the order of their days. */
export function milestoneList(milestones) {
  return html`<ol class="milestones">
    ${[...milestones]
      .sort((one, other) => one.due.localeCompare(other.due))
      .map(
        (one) => html`<li>
          <strong>${text(one.name)}</strong> ${schedule(one.schedule)}
          <span class="fine">${milestoneDates(one)}</span>
          ${one.note ? html`<p class="quote">${one.note}</p>` : nothing}
        </li>`,
      )}
  </ol>`;
}
