import { html, nothing } from 'lit';
import { zone } from '../data/current.js';
import { figure, percent } from '../format/numbers.js';
import { period, time } from '../format/times.js';
import { term, text, words } from '../words/language.js';
import { actorName } from './actor.js';
import { rating } from './rating.js';

const w = words({
  title: ['预警', 'Warnings'],
  none: ['没有未解除的预警。', 'No warning is open.'],
  since: ['自 {0}', 'since {0}'],
  pace: ['进度比 {0}', 'pace {0}'],
  periods: ['报告期：{0}', 'periods: {0}'],
  change: ['变动 {0}，通常不超过 {1}', 'a change of {0}, usually not above {1}'],
  fell: ['从 {1} 降到 {0}', 'fell from {1} to {0}'],
  over: ['完成 {0}，总投资 {1}', '{0} invested of {1}'],
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

function cause({ rule, cause: of }, view) {
  const said = [
    of.rating ? rating(of.rating) : null,
    measured(rule, of, view),
    of.periods.length ? w('periods', of.periods.map(period).join('、')) : null,
    of.milestones.length ? of.milestones.map((id) => milestoneName(view, id)).join('、') : null,
  ].filter(Boolean);
  return said.length ? html`<p class="cause">${said.map((one, index) => html`${index ? ' · ' : nothing}${one}`)}</p>` : nothing;
}

function measured(rule, { value, limit }, view) {
  if (value === null) {
    return null;
  }
  if (rule === 'behind') {
    return w('pace', percent(value));
  }
  const word = { jump: 'change', drop: 'fell', overspend: 'over' }[rule];
  return word && limit !== null ? w(word, figure(value, view.unit), figure(limit, view.unit)) : figure(value, view.unit);
}

function milestoneName(view, id) {
  const found = view.milestones?.find((one) => one.id === id);
  return found ? text(found.name) : id;
}

function acknowledgement(of) {
  return of
    ? html`<p class="fine">${w('seen')} · ${actorName(of.by)} · ${time(of.at, zone())}</p>
        ${of.note ? html`<p class="quote">${of.note}</p>` : nothing}`
    : html`<p class="fine">${w('unseen')}</p>`;
}
