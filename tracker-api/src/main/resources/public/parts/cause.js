import { html, nothing } from 'lit';
import { joined } from '../format/lists.js';
import { figure, percent } from '../format/numbers.js';
import { period } from '../format/times.js';
import { text, words } from '../words/language.js';
import { rating } from './rating.js';

const w = words({
  pace: ['进度比 {0}', 'pace {0}'],
  periods: ['报告期：{0}', 'periods: {0}'],
  change: ['变动 {0}，通常不超过 {1}', 'a change of {0}, usually not above {1}'],
  fell: ['从 {1} 降到 {0}', 'fell from {1} to {0}'],
  over: ['完成 {0}，总投资 {1}', '{0} invested of {1}'],
});

/** What brought a warning. view is its subject's, null where it is not at hand: figures whose unit it would say are left out then. */
export function cause({ rule, cause: of }, view) {
  const said = [
    of.rating ? rating(of.rating) : null,
    measured(rule, of, view),
    of.periods.length ? w('periods', joined(of.periods.map(period))) : null,
    of.milestones.length ? joined(of.milestones.map((id) => milestoneName(view, id))) : null,
  ].filter(Boolean);
  return said.length ? html`<p class="cause">${said.map((one, index) => html`${index ? ' · ' : nothing}${one}`)}</p>` : nothing;
}

function measured(rule, { value, limit }, view) {
  if (value === null || (view === null && rule !== 'behind')) {
    return null;
  }
  if (rule === 'behind') {
    return w('pace', percent(value));
  }
  const word = { jump: 'change', drop: 'fell', overspend: 'over' }[rule];
  return word && limit !== null ? w(word, figure(value, view.unit), figure(limit, view.unit)) : figure(value, view.unit);
}

function milestoneName(view, id) {
  const found = view?.milestones?.find((one) => one.id === id);
  return found ? text(found.name) : id;
}
