import { html, nothing } from 'lit';
import { departmentName, zone } from '../data/current.js';
import { page } from '../data/place.js';
import { figure } from '../format/numbers.js';
import { period as said, time } from '../format/times.js';
import { Element } from '../parts/element.js';
import { term, words } from '../words/language.js';

const w = words({
  title: ['已报时期', 'Reported periods'],
  none: ['尚未填报。', 'Nothing is reported yet.'],
  period: ['时期', 'Period'],
  value: ['数值', 'Value'],
  recorded: ['记录', 'Recorded'],
  corrected: ['更正 {0} 次', 'corrected {0} times'],
  correct: ['更正', 'Correct'],
  retract: ['撤回', 'Take back'],
  act: ['操作', 'Act'],
});

/** The periods with a report in force, each with the ways to correct it or take it back. series is an indicator's, for its values. */
class Reported extends Element {
  static properties = { subject: { attribute: false }, reported: { attribute: false }, series: { attribute: false } };

  render() {
    if (this.reported.length === 0) {
      return html`<h3>${w('title')}</h3><p>${w('none')}</p>`;
    }
    const link = (action, period) => page('work', { subject: this.subject, action, period });
    return html`<h3>${w('title')}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${w('title')}>
        <table class="reported">
          <thead>
            <tr>
              <th scope="col">${w('period')}</th>
              ${this.series ? html`<th scope="col" class="number">${w('value')}</th>` : nothing}
              <th scope="col">${w('recorded')}</th>
              <th scope="col"><span class="unseen">${w('act')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${this.reported.map(
              (one) => html`<tr>
                <th scope="row">${said(one.period)}</th>
                ${this.series ? html`<td class="number">${this.#value(one.period)}</td>` : nothing}
                <td class="fine">
                  ${time(one.recordedAt, zone())} · ${one.actor.department ? departmentName(one.actor.department) : term('role', one.actor.role)}
                  ${one.corrections > 0 ? html`· ${w('corrected', one.corrections)}` : nothing}
                </td>
                <td class="acts">
                  <a href=${link('correction', one.period)} aria-label="${w('correct')} ${said(one.period)}">${w('correct')}</a>
                  <a href=${link('retraction', one.period)} aria-label="${w('retract')} ${said(one.period)}">${w('retract')}</a>
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #value(period) {
    const point = this.series.items.find((one) => one.period === period);
    return point ? `${figure(point.value, this.series.unit)}${point.status && point.status !== 'A' ? ` (${term('observation', point.status)})` : ''}` : '–';
  }
}
customElements.define('tracker-reported', Reported);
