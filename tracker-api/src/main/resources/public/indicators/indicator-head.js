import { html, nothing } from 'lit';
import { goalName, unitName } from '../data/current.js';
import { page } from '../data/place.js';
import { figure, percent } from '../format/numbers.js';
import { period } from '../format/times.js';
import { bullet } from '../parts/bullet.js';
import { bulletKey, warned } from '../parts/indicator-row.js';
import { rating } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  indicators: ['指标', 'Indicators'],
  core: ['主要指标', 'Core indicators'],
  none: ['尚无数据', 'no data yet'],
  range: ['{0} 至 {1}', '{0} to {1}'],
  least: ['不低于 {0}，逐期保持', 'at least {0}, in every period'],
  most: ['不高于 {0}，逐期保持', 'at most {0}, in every period'],
  yearly: ['每年 {0}', '{0} every year'],
  delegated: ['尚未下达，评价从下达之日起', 'not set yet; rated from the day that it is'],
  days: ['{0}，期后 {1} 天内', '{0}, within {1} days'],
  unit: ['{0}（{1}）', '{0} ({1})'],
  longTerm: ['长期指标', 'long-term'],
  cumulative: ['累计值', 'cumulative'],
});

/** The head of an indicator's page: its value and rating, what was expected, and what it is. */
export function indicatorHead(view) {
  return html`<div class="heading">
      <p class="trail">
        <a href=${page('indicators', { collection: view.collection })}>${view.collection === 'core' ? w('core') : term('collection', view.collection)}</a>
        ${view.goal ? html` / <a href=${page(`goals/${view.goal}`)}>${goalName(view.goal)}</a>` : nothing}
        ${view.parent ? html` / <a href=${page(`indicators/${encodeURIComponent(view.parent)}`)}>${view.parent}</a>` : nothing}
        / ${view.id}
      </p>
      <h1>${text(view.name)}</h1>
    </div>
    <section class="card headline" aria-label=${text(view.name)}>
      <div class="top">
        <p class="big">${view.value === null ? w('none') : figure(view.value, view.unit)}</p>
        <p>${view.period ? period(view.period) : nothing}${view.status ? html` · ${term('observation', view.status)}` : nothing}</p>
        <p>${rating(view.rating)}${warned(view.warnings)}</p>
      </div>
      ${bullet(view)} ${bulletKey()}
      <dl class="facts">
        ${shares(view)}
        ${fact('baseline', view.baseline === null ? null : figure(view.baseline, view.unit))} ${fact('target', target(view))}
        ${fact('measure', term('measure', view.measure))} ${fact('direction', term('direction', view.direction))}
        ${fact('frequency', w('days', term('frequency', view.frequency), view.allowanceDays))} ${fact('unit', unit(view.unit))}
        ${view.cumulative || view.longTerm ? fact('note', [view.cumulative && w('cumulative'), view.longTerm && w('longTerm')].filter(Boolean).join('、')) : nothing}
      </dl>
    </section>`;
}

/** Only what the measure has: a target that is maintained has no completion, one without a baseline no line. */
function shares(view) {
  const has = ['completion', 'expected', 'pace'].filter((field) => view[field] !== null);
  return [
    ...has.map((field) => fact(field, percent(view[field]))),
    view.expectedLine ? fact('expectedLine', term('line', view.yearlyTargets.length && view.measure === 'level' ? 'yearly-targets' : view.expectedLine)) : nothing,
  ];
}

function target(view) {
  if (view.target === null) {
    return w('delegated');
  }
  const amount = view.targetHigh === null ? figure(view.target, view.unit) : w('range', figure(view.target, view.unit), figure(view.targetHigh, view.unit));
  if (view.measure === 'maintain') {
    return w(view.direction === 'lower' ? 'most' : 'least', amount);
  }
  return view.measure === 'recurring' ? w('yearly', amount) : amount;
}

function unit(symbol) {
  const name = unitName(symbol);
  return name === symbol ? symbol : w('unit', symbol, name);
}

function fact(field, value) {
  return value === null ? nothing : html`<div><dt>${term('field', field)}</dt><dd>${value}</dd></div>`;
}
