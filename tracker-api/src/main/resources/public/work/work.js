import { html, nothing } from 'lit';
import { current, departmentName } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, moment, page, place } from '../data/place.js';
import { may, session } from '../data/session.js';
import { Element } from '../parts/element.js';
import { select } from '../parts/field.js';
import '../parts/to-acknowledge.js';
import { text, words } from '../words/language.js';
import './due.js';
import './form.js';
import './led.js';
import './outbox-list.js';
import './sheet.js';
import { ACTIONS } from './writing.js';

const w = words({
  title: ['填报', 'Report'],
  department: ['部门', 'Department'],
  parts: ['填报内容', 'Parts of this page'],
  due: ['应报', 'What is due'],
  led: ['牵头事项', 'What we lead'],
  warnings: ['预警', 'Warnings'],
  sheet: ['整表上报', 'Upload a sheet'],
  past: ['正在查看历史某日，不能填报。', 'A past day is being looked at: nothing can be reported.'],
  forbidden: ['没有填报权限。', 'You may not report.'],
});

const PARTS = ['due', 'led', 'warnings', 'sheet'];

/** A department's desk: what is due from it, what it leads, what it is warned of, and where it writes. The planning office chooses whose. */
class Work extends Element {
  constructor() {
    super();
    new Following(this, place, session, current);
  }

  #department() {
    return session.value?.department ?? place.value.query.get('department') ?? current.value?.departments[0]?.id ?? null;
  }

  render() {
    if (!may('report') || !current.value) {
      return html`<h1>${w('title')}</h1><p>${may('report') ? nothing : w('forbidden')}</p>`;
    }
    const department = this.#department();
    return html`<div class="work">
      <div class="heading">
        <h1>${w('title')}</h1>
        ${session.value.department
          ? html`<p class="state">${departmentName(department)}</p>`
          : select({
              id: 'department',
              label: w('department'),
              value: department,
              options: current.value.departments.map((one) => [one.id, text(one.name)]),
              changed: (value) => ask({ department: value, subject: null, action: null, period: null, milestone: null }),
            })}
      </div>
      ${moment() ? html`<p class="caution">${w('past')}</p>` : html`<tracker-outbox .department=${department}></tracker-outbox>`}
      ${this.#content(department)}
    </div>`;
  }

  #content(department) {
    const query = place.value.query;
    const subject = query.get('subject');
    const action = query.get('action') ?? 'report';
    if (subject && ACTIONS.includes(action) && !moment()) {
      return html`<tracker-writing .subject=${subject} .action=${action} .period=${query.get('period')} .milestone=${query.get('milestone')}></tracker-writing>`;
    }
    const shown = PARTS.includes(query.get('part')) ? query.get('part') : 'due';
    return html`<nav class="tabs" aria-label=${w('parts')}>
        ${PARTS.map((part) => html`<a href=${page('work', { department: query.get('department'), part })} aria-current=${part === shown ? 'page' : nothing}>${w(part)}</a>`)}
      </nav>
      ${{
        due: () => html`<tracker-due .department=${department}></tracker-due>`,
        led: () => html`<tracker-led .department=${department}></tracker-led>`,
        warnings: () => html`<tracker-to-acknowledge .department=${department}></tracker-to-acknowledge>`,
        sheet: () => html`<tracker-sheet .department=${department}></tracker-sheet>`,
      }[shown]()}`;
  }
}
customElements.define('tracker-work', Work);
