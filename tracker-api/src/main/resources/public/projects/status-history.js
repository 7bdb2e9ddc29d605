import { html } from 'lit';
import { zone } from '../data/current.js';
import { time } from '../format/times.js';
import { actorName } from '../parts/actor.js';
import { term, words } from '../words/language.js';

const w = words({ title: ['状态变更', 'Status over time'] });

/** What states a project went through, from its history: when, and who said so. */
export function statusHistory(entries) {
  const steps = entries
    .map((entry) => ({ entry, change: entry.changes.find((one) => one.field === 'status') }))
    .filter(({ change }) => change?.to);
  return html`<section class="card" aria-labelledby="statuses">
    <h2 id="statuses">${w('title')}</h2>
    <ol class="status-history">
      ${steps.reverse().map(
        ({ entry, change }) => html`<li>
          <strong>${term('status', change.to)}</strong>
          <span class="fine">${time(entry.recordedAt, zone())} · ${actorName(entry.actor)}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}
