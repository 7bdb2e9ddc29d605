import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { place, plan } from '../data/place.js';
import { session } from '../data/session.js';
import { period as said, time } from '../format/times.js';
import { sendAll } from '../outbox/outbox.js';
import { drop, list, records } from '../outbox/records.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { text, words } from '../words/language.js';
import { formOf, stateName, stateOf } from './outcome.js';
import { draftId } from './writing.js';

const w = words({
  title: ['本机的草稿与发件箱', 'Drafts and outbox on this device'],
  counts: ['草稿 {0}，等待发送 {1}，已送达 {2}', '{0} drafts, {1} waiting, {2} sent'],
  retry: ['全部重试', 'Try all now'],
  discard: ['删除', 'Delete'],
  'discard-named': ['删除草稿：{0}', 'Delete the draft of {0}'],
  'discard-ask': ['删除这份草稿？', 'Delete this draft?'],
  'discard-what': ['所填内容将不能恢复。', 'What was filled in cannot be brought back.'],
  clear: ['清除已送达', 'Clear what was sent'],
  report: ['填报', 'Report'],
  correction: ['更正', 'Correction'],
  retraction: ['撤回', 'Taking back'],
  milestone: ['节点达成', 'Milestone reached'],
});

/** What this browser holds of the writer's own in this plan: drafts, what waits for a connection, what was sent, what was refused. */
class Outbox extends Element {
  static properties = { department: { attribute: false } };

  constructor() {
    super();
    new Following(this, records, session, place);
  }

  render() {
    const all = list(plan());
    // What is open on this page says itself how it stands.
    const query = place.value.query;
    const open = query.get('subject')
      ? draftId({ subject: query.get('subject'), action: query.get('action') ?? 'report', period: query.get('period'), milestone: query.get('milestone') })
      : null;
    const shown = all.filter((one) => one.id !== open && one.draft?.id !== open);
    if (shown.length === 0) {
      return nothing;
    }
    const count = (...states) => shown.filter((one) => states.includes(one.state)).length;
    return html`<details class="card outbox" ?open=${count('waiting', 'refused') > 0}>
      <summary><h2>${w('title')}</h2> <span class="fine">${w('counts', count('draft', 'refused'), count('waiting'), count('sent'))}</span></summary>
      <ul>
        ${repeat(shown, (one) => one.id, (one) => this.#row(one))}
      </ul>
      <p class="actions">
        ${count('waiting') > 0 ? html`<button type="button" @click=${sendAll}>${w('retry')}</button>` : nothing}
        ${count('sent') > 0 ? html`<button type="button" class="plain" @click=${() => all.filter((one) => one.state === 'sent').forEach(drop)}>${w('clear')}</button>` : nothing}
      </p>
    </details>`;
  }

  #row(record) {
    const of = record.draft ?? record;
    const what = `${w(of.action)} ${of.milestone ?? (of.period ? said(of.period) : '')}`;
    return html`<li>
      <p class="what"><a href=${formOf(record, this.department)}>${text(of.name)}</a> <span>${what}</span> <span class="fine">${time(record.at, zone())}</span></p>
      ${record.draft
        ? stateOf(record)
        : html`<p class="actions">
            ${stateName(record)} ${record.refusal?.body?.detail ? html`<span>${record.refusal.body.detail}</span>` : nothing}
            <button type="button" class="plain" aria-label=${w('discard-named', text(of.name))} @click=${() => this.#discard(record)}>${w('discard')}</button>
          </p>`}
    </li>`;
  }

  async #discard(record) {
    if (await confirmed({ title: w('discard-ask'), body: w('discard-what'), yes: w('discard') })) {
      drop(record);
    }
  }
}
customElements.define('tracker-outbox', Outbox);
