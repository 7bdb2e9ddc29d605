import { html, nothing } from 'lit';
import { departmentName, zone } from '../data/current.js';
import { page } from '../data/place.js';
import { may } from '../data/session.js';
import { figure, percent } from '../format/numbers.js';
import { period, time } from '../format/times.js';
import { bullet } from '../parts/bullet.js';
import { rating } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  none: ['尚无', 'nothing yet'],
  events: ['{0} 个事件：谁、为何', '{0} events: who and why'],
  version: ['第 {0} 版', 'version {0}'],
});

/** One subject that changed: as it stood before and after, and the events in between. */
export function changedRow(item) {
  const id = item.id.split('/')[1];
  return html`<li class="card">
    <h3>
      ${item.kind === 'assessment' ? html`${term('subject', 'assessment')} ${id}` : html`<a href=${page(`${item.kind}s/${id}`)}>${text(item.name)}</a>`}
    </h3>
    <div class="two-days">${side(item.before)} ${side(item.after)}</div>
    <details>
      <summary>${w('events', item.events.length)}</summary>
      <ul>
        ${item.events.map(
          (event) => html`<li>
            ${may('read-events') ? html`<a href=${page(`log/${event.eventId}`)}>${term('event', event.type)}</a>` : term('event', event.type)}
            ${event.period ? period(event.period) : nothing} · ${w('version', event.version)} · ${time(event.recordedAt, zone())} ·
            ${term('role', event.actor.role)} ${departmentName(event.actor.department)} ${event.actor.user ?? nothing}
            ${event.reason ? html`<br /><q>${event.reason}</q>` : nothing}
          </li>`,
        )}
      </ul>
    </details>
  </li>`;
}

function side(view) {
  if (!view) {
    return html`<p class="fine">${w('none')}</p>`;
  }
  if (view.kind === 'indicator') {
    return html`<div>
      ${bullet(view)}
      <b>${figure(view.value, view.unit)}</b> <span class="fine">${period(view.period)}</span> ${rating(view.rating)}
    </div>`;
  }
  if (view.kind === 'project') {
    return html`<div>
      ${rating(view.rating)} ${term('status', view.status)} · <b>${percent(view.completion)}</b>
      <span class="fine">${figure(view.invested, view.unit)}</span>
    </div>`;
  }
  return html`<div>${view.kind === 'task' ? term('status', view.status) : (view.verdict ?? nothing)} <span class="fine">${view.latestNote ?? nothing}</span></div>`;
}
