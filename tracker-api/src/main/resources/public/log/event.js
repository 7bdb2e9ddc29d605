import { html, nothing } from 'lit';
import { get, planPath } from '../data/api.js';
import { departmentName, zone } from '../data/current.js';
import { eventsOf } from '../data/events.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { period, time } from '../format/times.js';
import { Element } from '../parts/element.js';
import '../proof/steps.js';
import { term, words } from '../words/language.js';

const w = words({
  title: ['第 {0} 号事件：{1}', 'Event {0}: {1}'],
  subject: ['对象', 'Subject'],
  version: ['版本', 'Version'],
  period: ['期间', 'Period'],
  recorded: ['记录时间', 'Recorded'],
  by: ['操作者', 'By'],
  reason: ['理由', 'Reason'],
  command: ['命令', 'Command'],
  key: ['幂等键', 'Idempotency key'],
  hash: ['事件摘要', 'Hash of the event'],
  previous: ['前一事件的摘要', 'Hash of the one before'],
  data: ['内容', 'What it says'],
  chain: ['该对象的事件链', 'The subject’s chain of events'],
  unknown: ['规划中没有这个事件。', 'The plan has no such event.'],
});

/** One event whole, the chain that it stands in, and its proof, computed in the browser. The plan's own events are not listed one by one. */
class EventPage extends Element {
  static properties = { subject: { attribute: false } };

  event = new Resource(this, () => (this.subject ? planPath(`/audit/proofs/${encodeURIComponent(this.subject)}`) : null), {
    load: whole,
    concerns: () => false,
  });

  render() {
    return this.event.show(({ event, chain }) => (event ? this.#event(event, chain) : html`<h1>${w('unknown')}</h1>`));
  }

  #event(event, chain) {
    const subject = `${event.kind}/${event.subject}`;
    const lines = [
      [w('subject'), event.kind === 'plan' ? subject : html`<a href=${page(`${event.kind}s/${event.subject}`)}>${subject}</a>`],
      [w('version'), event.version],
      [w('period'), event.period ? period(event.period) : null],
      [w('recorded'), time(event.recordedAt, zone())],
      [w('by'), html`${term('role', event.actor.role)} ${departmentName(event.actor.department)} ${event.actor.user ?? nothing}`],
      [w('reason'), event.reason],
      [w('command'), html`<code>${event.commandId}</code>`],
      [w('key'), event.idempotencyKey ? html`<code>${event.idempotencyKey}</code>` : null],
      [w('hash'), html`<code>${event.hash}</code>`],
      [w('previous'), event.previousHash ? html`<code>${event.previousHash}</code>` : null],
    ];
    return html`<h1>${w('title', event.position, term('event', event.type))}</h1>
      <dl class="facts card">
        ${lines.filter(([, said]) => said !== null).map(([name, said]) => html`<div><dt>${name}</dt><dd>${said}</dd></div>`)}
      </dl>
      <tracker-proof-steps .event=${event}></tracker-proof-steps>
      <section>
        <h2>${w('data')}</h2>
        <pre class="card data" tabindex="0">${JSON.stringify(event.data, null, 2)}</pre>
      </section>
      <section>
        <h2>${w('chain')}</h2>
        <ol class="chain">
          ${chain.map(
            (one) => html`<li>
              <a href=${page(`log/${encodeURIComponent(one.id)}`)} aria-current=${one.id === event.id ? 'true' : nothing}>
                <span class="number">${one.version}</span> ${term('event', one.type)}
              </a>
              <span class="fine">${time(one.recordedAt, zone())}</span> <code>${one.hash.slice(0, 12)}</code>
            </li>`,
          )}
        </ol>
      </section>`;
  }
}
customElements.define('tracker-event', EventPage);

/** How many of its subject's events are shown around one. */
const AROUND = 5;

/** The proof names the event's subject; among that subject's events is this one. */
async function whole(address, options) {
  const proof = await get(address, options);
  const subject = proof.subject.slice(proof.subject.indexOf('/') + 1);
  const events = await eventsOf(subject, options);
  const at = events.findIndex((one) => one.id === proof.eventId);
  return { event: events[at] ?? null, chain: events.slice(Math.max(0, at - AROUND), at + AROUND + 1) };
}
