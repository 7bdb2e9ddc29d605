import { html, nothing } from 'lit';
import { planPath } from '../data/api.js';
import { current, departmentName, zone } from '../data/current.js';
import { eventsBetween } from '../data/events.js';
import { connection } from '../data/live.js';
import { Following } from '../data/observable.js';
import { moment, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { period, time } from '../format/times.js';
import { choice, searched } from '../parts/choice.js';
import { Element } from '../parts/element.js';
import terms from '../terms.js';
import { term, words } from '../words/language.js';
import './event.js';

const w = words({
  title: ['事件日志', 'The event log'],
  note: [
    '日志按位置排列，只增不改。最新的在上。',
    'In the log’s order, which only grows. The latest is at the top.',
  ],
  type: ['事件类型', 'Type of event'],
  role: ['操作者', 'Actor'],
  subject: ['对象（如 indicator/I01）', 'Subject (such as indicator/I01)'],
  position: ['位置', 'Position'],
  when: ['记录时间', 'Recorded'],
  event: ['事件', 'Event'],
  who: ['操作者', 'By'],
  why: ['理由', 'Why'],
  earlier: ['更早的', 'Earlier'],
  latest: ['回到最新', 'Back to the latest'],
  none: ['没有这样的事件。', 'There is no such event.'],
  verify: ['核验日志', 'Verify the log'],
  export: ['导出', 'Export'],
});

const PAGE = 50;
const ROLES = ['planning-office', 'department', 'auditor', 'public', 'system'];

/** What was recorded, as it was recorded, with filters; new events appear as they come. */
class Log extends Element {
  events = new Resource(this, () => this.#address(), { load: latest });

  constructor() {
    super();
    new Following(this, place, current, connection);
  }

  #address() {
    if (!current.value) {
      return null;
    }
    const { query } = place.value;
    const asked = Object.fromEntries(['type', 'actor', 'subject'].filter((name) => query.get(name)).map((name) => [name, query.get(name)]));
    // The log is read forwards; what is to be shown of it lies before its end, or before what was shown last.
    const end = Number(query.get('before') ?? current.value.position + 1);
    return JSON.stringify({ asked: moment() ? { ...asked, to: moment() } : asked, end });
  }

  render() {
    const types = Object.keys(terms).filter((key) => key.startsWith('event.')).map((key) => key.slice('event.'.length));
    return html`<h1>${w('title')}</h1>
      <p class="fine">${w('note')} <a href=${page('verify')}>${w('verify')}</a></p>
      <div class="filters">
        ${choice('type', w('type'), types.map((type) => [type, term('event', type)]))}
        ${choice('actor', w('role'), ROLES.map((role) => [role, term('role', role)]))}
        ${searched('subject', w('subject'))}
        <span class="actions">
          ${w('export')}
          ${['avro', 'ndjson', 'csv'].map((format) => html`<a href=${planPath(`/export?format=${format}`)} download data-outside>${format}</a>`)}
        </span>
      </div>
      ${this.events.show((shown) => this.#table(shown))}`;
  }

  #table({ items, before }) {
    if (items.length === 0) {
      return html`<p role="status">${w('none')}</p>`;
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${w('title')}>
        <table class="log">
          <thead>
            <tr><th scope="col" class="number">${w('position')}</th><th scope="col">${w('event')}</th><th scope="col">${w('who')}</th><th scope="col">${w('when')}</th><th scope="col">${w('why')}</th></tr>
          </thead>
          <tbody>${items.map(row)}</tbody>
        </table>
      </div>
      <p class="more">
        ${before === null ? nothing : html`<a href=${page('log', { ...Object.fromEntries(place.value.query), before })}>${w('earlier')}</a>`}
        ${place.value.query.has('before') ? html`<a href=${page('log', { ...Object.fromEntries(place.value.query), before: null })}>${w('latest')}</a>` : nothing}
      </p>`;
  }
}
customElements.define('tracker-log', Log);

function row(event) {
  const subject = event.kind === 'plan' ? '' : `${event.kind}/${event.subject}`;
  return html`<tr>
    <td class="number">${event.position}</td>
    <th scope="row"><a href=${page(`log/${encodeURIComponent(event.id)}`)}>${term('event', event.type)}</a><br /><span class="fine">${subject} ${event.period ? period(event.period) : nothing}</span></th>
    <td>${term('role', event.actor.role)} ${departmentName(event.actor.department)}<br /><span class="fine">${event.actor.user ?? nothing}</span></td>
    <td>${time(event.recordedAt, zone())}</td>
    <td>${event.reason ?? nothing}</td>
  </tr>`;
}

/**
 * The last PAGE events below the position `end` that are asked for, latest first; before is where the ones before them end, null where there
 * are none. Reads back in growing steps, since events of a filter may lie far apart.
 */
async function latest(address, options) {
  const { asked, end } = JSON.parse(address);
  let items = [];
  let from = end - 1;
  for (let step = PAGE; from > 0 && items.length < PAGE; step *= 4) {
    const to = from;
    from = Math.max(0, from - step);
    items = [...(await eventsBetween(asked, from, to, options)), ...items];
  }
  const shown = items.slice(-PAGE);
  const first = shown[0]?.position ?? null;
  return { items: shown.reverse(), before: first !== null && (from > 0 || items.length > PAGE) ? first : null };
}
