import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { asOf, get, planPath } from '../data/api.js';
import { zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { may, session } from '../data/session.js';
import { period, time } from '../format/times.js';
import { term, words } from '../words/language.js';
import { actorName } from './actor.js';
import { linesTable } from './changes.js';
import { Element } from './element.js';
import { fieldChanges } from './history-changes.js';

const w = words({
  title: ['变更历史', 'History'],
  count: ['共 {0} 个版本，最新在前', '{0} versions, the latest first'],
  version: ['第 {0} 版', 'Version {0}'],
  reason: ['原因', 'Reason'],
  event: ['查看事件', 'The event'],
  'event-of': ['查看第 {0} 版的事件', 'The event of version {0}'],
  changes: ['{0} 项变化', '{0} fields'],
  earlier: ['更早的版本（还有 {0} 个）', 'Earlier versions ({0} more)'],
});

const SIZE = 15;
/** A registration sets everything: more changes than this are opened by hand. */
const MANY = 8;

/** What became of a subject, version by version, the latest first: event, when, who, why, what changed. view is the subject's. */
class History extends Element {
  static properties = { view: { attribute: false }, shown: { state: true } };

  shown = SIZE;
  #kept = [];
  entries = new Resource(this, () => this.#address(), { load: entries, concerns: () => false });

  constructor() {
    super();
    new Following(this, session);
  }

  willUpdate(changed) {
    if (changed.has('view') && changed.get('view')?.id !== this.view?.id) {
      this.shown = SIZE;
      this.#kept = [];
    }
  }

  // There is one entry a version, and the cursor is the version after which it goes on: so the end can be asked for first.
  #address() {
    if (!this.view) {
      return null;
    }
    const after = Math.max(0, this.view.version - this.shown);
    return asOf(planPath(`/${this.view.kind}s/${encodeURIComponent(this.view.id)}/history`), { cursor: after || null, limit: Math.min(this.shown, 200) });
  }

  render() {
    const { view } = this;
    const left = view.version - this.shown;
    // What is there stays while more is waited for, so that nothing jumps.
    this.#kept = this.entries.value ?? this.#kept;
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${w('title')}</h2>
      <p class="fine">${w('count', view.version)}</p>
      <ol class="history" reversed>
        ${repeat([...this.#kept].reverse(), (entry) => entry.version, (entry) => this.#entry(entry))}
      </ol>
      ${this.entries.show(() => nothing)}
      ${left > 0 ? html`<p class="actions"><button type="button" class="plain" @click=${() => (this.shown += 4 * SIZE)}>${w('earlier', left)}</button></p>` : nothing}
    </section>`;
  }

  #entry(entry) {
    const changes = fieldChanges(entry.changes, this.view);
    return html`<li>
      <p class="what">
        <strong>${term('event', entry.type)}</strong>
        ${entry.period ? html`<span>${period(entry.period)}</span>` : nothing}
        <span class="fine">${w('version', entry.version)}</span>
      </p>
      <p class="fine">
        ${time(entry.recordedAt, zone())} · ${actorName(entry.actor)}
        ${may('read-events') ? html` · <a href=${page(`log/${encodeURIComponent(entry.eventId)}`)} aria-label=${w('event-of', entry.version)}>${w('event')}</a>` : nothing}
      </p>
      ${entry.reason ? html`<p class="quote"><span class="unseen">${w('reason')}: </span>${entry.reason}</p>` : nothing}
      ${changes.length > MANY
        ? html`<details><summary>${w('changes', changes.length)}</summary>${linesTable(changes)}</details>`
        : changes.length
          ? linesTable(changes)
          : nothing}
    </li>`;
  }
}

/** The entries from the address's cursor to the end. */
async function entries(address, options) {
  const from = new URL(address, location.origin);
  const items = [];
  for (;;) {
    const { items: more, next } = await get(from.pathname + from.search, options);
    items.push(...more);
    if (!next) {
      return items;
    }
    from.searchParams.set('cursor', next);
  }
}
customElements.define('tracker-history', History);
