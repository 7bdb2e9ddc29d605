import { html } from 'lit';
import { all, asOf, planPath } from '../data/api.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { percent, total } from '../format/numbers.js';
import { Element } from '../parts/element.js';
import { lineTable } from '../parts/line-table.js';
import { ratingBar } from '../parts/rating.js';
import { rollUp } from '../parts/roll-up.js';
import { term, text, words } from '../words/language.js';

const w = words({
  title: ['责任部门', 'Departments'],
  name: ['部门', 'Department'],
  leads: ['牵头', 'Leads'],
  ratings: ['评级', 'Ratings'],
  invested: ['投资完成', 'Invested'],
  warnings: ['预警', 'Warnings'],
  table: ['各部门情况', 'How the departments stand'],
  leading: ['牵头的对象', 'What it leads'],
});

/** Who answers for what, and how they report. */
class Departments extends Element {
  departments = new Resource(this, () => asOf(planPath('/departments')), { load: all });

  render() {
    return html`<h1>${w('title')}</h1>
      ${this.departments.show(
        (items) => html`<div class="scroll" tabindex="0" role="region" aria-label=${w('table')}>
          <table class="departments">
            <thead>
              <tr>
                <th scope="col">${w('name')}</th>
                <th scope="col" class="number">${w('leads')}</th>
                <th scope="col">${w('ratings')}</th>
                <th scope="col" class="number">${w('invested')}</th>
                <th scope="col" class="number">${term('duty', 'on-time')}</th>
                <th scope="col" class="number">${term('duty', 'late')}</th>
                <th scope="col" class="number">${term('duty', 'missing')}</th>
                <th scope="col" class="number">${w('warnings')}</th>
              </tr>
            </thead>
            <tbody>
              ${items.map(
                (one) => html`<tr>
                  <th scope="row"><a href=${page(`departments/${one.groupId}`)}>${text(one.name)}</a></th>
                  <td class="number">${one.count}</td>
                  <td class="wide">${ratingBar(one.ratings)}</td>
                  <td class="number">${one.investment.map((sum) => percent(sum.investedShare))}</td>
                  <td class="number">${one.discipline['on-time'] ?? 0}</td>
                  <td class="number">${one.discipline.late ?? 0}</td>
                  <td class="number">${one.discipline.missing ?? 0}</td>
                  <td class="number">
                    <a href=${page('warnings', { department: one.groupId })}>${total(one.warnings)}</a>
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`,
      )}`;
  }
}
customElements.define('tracker-departments', Departments);

/** One department, down to each subject that it leads. */
class Department extends Element {
  static properties = { subject: { attribute: false } };

  department = new Resource(this, () => (this.subject ? asOf(planPath(`/departments/${encodeURIComponent(this.subject)}`)) : null));

  render() {
    return this.department.show(
      (one) => html`<h1>${text(one.name)}</h1>
        ${rollUp(one, { department: one.groupId })}
        <h2>${w('leading')}</h2>
        ${lineTable(one.items)}`,
    );
  }
}
customElements.define('tracker-department', Department);
