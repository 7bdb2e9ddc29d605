import { html, nothing } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { current, departmentName, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { time } from '../format/times.js';
import { cause } from '../parts/cause.js';
import { choice, named } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import { term, text, words } from '../words/language.js';

const w = words({
  title: ['预警', 'Early warnings'],
  rule: ['规则', 'Rule'],
  department: ['部门', 'Department'],
  state: ['状态', 'State'],
  count: ['{0} 条', '{0} warnings'],
  none: ['没有这样的预警。', 'There is no such warning.'],
  subject: ['对象', 'Subject'],
  cause: ['原因', 'Cause'],
  since: ['发出时间', 'Raised'],
  cleared: ['解除于 {0}', 'Cleared {0}'],
  seen: ['签收', 'Acknowledged'],
  unseen: ['未签收', 'not yet'],
});

/** What falls behind, is missing or overdue: all warnings, open ones first asked for. */
class Warnings extends Element {
  warnings = new Resource(this, () => this.#address(), { load: all });

  constructor() {
    super();
    new Following(this, place, current);
  }

  #address() {
    const { query } = place.value;
    return asOf(planPath('/warnings'), {
      state: query.get('state') ?? 'open',
      rule: query.get('rule'),
      department: query.get('department'),
      sort: '-since',
      limit: 200,
    });
  }

  render() {
    return html`<h1>${w('title')}</h1>
      <div class="filters">
        ${choice('rule', w('rule'), (current.value?.supervision?.rules ?? []).map((rule) => [rule, term('rule', rule)]))}
        ${named('department', w('department'), current.value?.departments ?? [])}
        <label class="choice">
          <span>${w('state')}</span>
          <select @change=${(event) => ask({ state: event.target.value === 'open' ? null : event.target.value })}>
            ${['open', 'cleared'].map((state) => html`<option value=${state} ?selected=${state === (place.value.query.get('state') ?? 'open')}>${term('warning', state)}</option>`)}
          </select>
        </label>
      </div>
      ${this.warnings.show((items) => this.#table(items))}`;
  }

  #table(items) {
    return html`<p role="status">${items.length === 0 ? w('none') : w('count', items.length)}</p>
      ${items.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${w('title')}>
            <table class="warnings">
              <thead>
                <tr>
                  <th scope="col">${w('subject')}</th><th scope="col">${w('rule')}</th><th scope="col">${w('cause')}</th>
                  <th scope="col">${w('department')}</th><th scope="col">${w('since')}</th><th scope="col">${w('seen')}</th>
                </tr>
              </thead>
              <tbody>
                ${items.map((warning) => this.#row(warning))}
              </tbody>
            </table>
          </div>`}`;
  }

  #row(warning) {
    const seen = warning.acknowledgement;
    return html`<tr>
      <th scope="row"><a href=${page(`${warning.kind}s/${warning.subjectId}`)}>${text(warning.name)}</a></th>
      <td class="rule">${term('rule', warning.rule)}</td>
      <td>${cause(warning, null)}</td>
      <td>${departmentName(warning.department)}</td>
      <td>${time(warning.since, zone())}${warning.clearedAt ? html`<br /><span class="fine">${w('cleared', time(warning.clearedAt, zone()))}</span>` : nothing}</td>
      <td>
        ${seen ? html`${term('role', seen.by.role)}${seen.by.user ? ` · ${seen.by.user}` : ''}<br /><span class="fine">${seen.note}</span>` : w('unseen')}
      </td>
    </tr>`;
  }
}
customElements.define('tracker-warnings', Warnings);
