import { html, nothing } from 'lit';
import { zone } from '../data/current.js';
import { time } from '../format/times.js';
import { term, words } from '../words/language.js';
import { actorName } from './actor.js';
import { cause } from './cause.js';

const w = words({
  title: ['预警', 'Warnings'],
  none: ['没有未解除的预警。', 'No warning is open.'],
  since: ['自 {0}', 'since {0}'],
  seen: ['已签收', 'acknowledged'],
  unseen: ['尚未签收', 'not acknowledged'],
});

/** The open warnings of one subject, each with its cause and who has acknowledged it. view is the subject's. */
export function warningList(view) {
  return html`<section class="card warning-list" aria-labelledby="warnings">
    <h2 id="warnings">${w('title')}</h2>
    ${view.warnings.length === 0
      ? html`<p>${w('none')}</p>`
      : html`<ul>
          ${view.warnings.map(
            (warning) => html`<li>
              <p><strong class="rule"><span aria-hidden="true">⚑</span> ${term('rule', warning.rule)}</strong> <span class="fine">${w('since', time(warning.since, zone()))}</span></p>
              ${cause(warning, view)}
              ${acknowledgement(warning.acknowledgement)}
            </li>`,
          )}
        </ul>`}
  </section>`;
}

function acknowledgement(of) {
  return of
    ? html`<p class="fine">${w('seen')} · ${actorName(of.by)} · ${time(of.at, zone())}</p>
        ${of.note ? html`<p class="quote">${of.note}</p>` : nothing}`
    : html`<p class="fine">${w('unseen')}</p>`;
}
