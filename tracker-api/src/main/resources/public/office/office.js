import { html, nothing } from 'lit';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { moment, page, place } from '../data/place.js';
import { may, session } from '../data/session.js';
import { Element } from '../parts/element.js';
import '../parts/to-acknowledge.js';
import { words } from '../words/language.js';
import './adjust.js';
import './assign.js';
import './day.js';
import './moderate.js';
import './targets.js';

const w = words({
  title: ['主管部门', 'Planning office'],
  parts: ['工作内容', 'Parts of this page'],
  assign: ['落实责任', 'Responsibility'],
  targets: ['下达目标', 'Targets'],
  adjust: ['调整', 'Adjustments'],
  warnings: ['预警', 'Warnings'],
  feedback: ['意见', 'Feedback'],
  day: ['演示日期', 'Simulated day'],
  assess: ['记录评估', 'Record an assessment'],
  register: ['登记规划', 'Register a plan'],
  report: ['代部门填报', 'Report for a department'],
  webhooks: ['网络回调（接口）', 'Webhooks (API)'],
  past: ['正在查看历史某日，不能办理。', 'A past day is being looked at: nothing can be written.'],
  forbidden: ['只有规划主管部门可以办理。', 'This is for the planning office.'],
});

const PARTS = {
  assign: ['assign', () => html`<tracker-assign></tracker-assign>`],
  targets: ['assign', () => html`<tracker-targets></tracker-targets>`],
  adjust: ['adjust', () => html`<tracker-adjust></tracker-adjust>`],
  warnings: ['acknowledge', () => html`<tracker-to-acknowledge></tracker-to-acknowledge>`],
  feedback: ['moderate-feedback', () => html`<tracker-moderate></tracker-moderate>`],
  day: ['turn-day', () => html`<tracker-day></tracker-day>`],
};

/** The planning office's desk: who answers for what, targets, adjustments, warnings, feedback. */
class Office extends Element {
  constructor() {
    super();
    new Following(this, place, session, current);
  }

  render() {
    if (!may('assign') || !current.value) {
      return html`<h1>${w('title')}</h1><p>${may('assign') ? nothing : w('forbidden')}</p>`;
    }
    const parts = Object.keys(PARTS).filter((part) => may(PARTS[part][0]) && (part !== 'day' || current.value.simulated));
    const asked = place.value.query.get('part');
    const shown = parts.includes(asked) ? asked : parts[0];
    return html`<div class="office">
      <div class="heading"><h1>${w('title')}</h1></div>
      <p class="more">
        <a href=${page('assessments', { new: 'yes' })}>${w('assess')}</a>
        <a href=${page('work')}>${w('report')}</a>
        <a href="/register">${w('register')}</a>
        <a href="/docs#/webhooks" data-outside>${w('webhooks')}</a>
      </p>
      <nav class="tabs" aria-label=${w('parts')}>
        ${parts.map((part) => html`<a href=${page('office', { part })} aria-current=${part === shown ? 'page' : nothing}>${w(part)}</a>`)}
      </nav>
      ${moment() ? html`<p class="caution">${w('past')}</p>` : PARTS[shown][1]()}
    </div>`;
  }
}
customElements.define('tracker-office', Office);
