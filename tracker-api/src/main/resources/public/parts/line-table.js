import { html } from 'lit';
import { departmentName } from '../data/current.js';
import { page } from '../data/place.js';
import { figure, percent } from '../format/numbers.js';
import { period } from '../format/times.js';
import { term, text, words } from '../words/language.js';
import { warned } from './indicator-row.js';
import { rating } from './rating.js';

const w = words({
  subject: ['对象', 'Subject'],
  lead: ['牵头部门', 'Lead department'],
  value: ['现值', 'Value'],
  completion: ['完成率', 'Completion'],
  expected: ['应完成', 'Expected'],
  rating: ['评级', 'Rating'],
  status: ['状态', 'Status'],
  none: ['没有对象。', 'There is nothing here.'],
});

/** The lines of a roll-up: each subject that it is made of, to be opened. */
export function lineTable(items) {
  if (items.length === 0) {
    return html`<p>${w('none')}</p>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${w('subject')}>
    <table class="lines">
      <thead>
        <tr>
          <th scope="col">${w('subject')}</th>
          <th scope="col">${w('lead')}</th>
          <th scope="col" class="number">${w('value')}</th>
          <th scope="col" class="number">${w('completion')}</th>
          <th scope="col" class="number">${w('expected')}</th>
          <th scope="col">${w('rating')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (line) => html`<tr>
            <th scope="row"><a href=${page(`${line.kind}s/${line.id}`)}>${text(line.name)}</a> <span class="fine">${line.id}</span></th>
            <td>${departmentName(line.lead)}</td>
            <td class="number">${value(line)}<br /><span class="fine">${period(line.period)}</span></td>
            <td class="number">${percent(line.completion)}</td>
            <td class="number">${percent(line.expected)}</td>
            <td>${line.rating ? rating(line.rating) : term('status', line.status)}${warned(line.warnings)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function value(line) {
  return line.kind === 'project' ? figure(line.invested, line.unit) : figure(line.value, line.unit);
}
