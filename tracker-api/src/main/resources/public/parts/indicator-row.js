import { html, nothing } from 'lit';
import { page } from '../data/place.js';
import { figure, number } from '../format/numbers.js';
import { period } from '../format/times.js';
import { term, text, words } from '../words/language.js';
import { bullet } from './bullet.js';
import { rating } from './rating.js';

const w = words({
  baseline: ['基期', 'baseline'],
  expected: ['应达', 'expected'],
  actual: ['实际', 'actual'],
  target: ['目标', 'target'],
  warned: ['预警：{0}', 'Warned of: {0}'],
  key: ['图例', 'Key'],
});

/** One indicator on a line: its name, how far it is, its figures, its rating. */
export function indicatorRow(view, { linked = true } = {}) {
  return row(view, nothing, linked);
}

/** The same with the department that leads it. */
export function indicatorRowOf(view, department) {
  return row(view, html`<span class="department fine">${department}</span>`, true);
}

function row(view, department, linked) {
  return html`<li class="indicator-row">
    ${linked ? html`<a class="name" href=${page(`indicators/${encodeURIComponent(view.id)}`)}>${text(view.name)}</a>` : html`<span class="name">${text(view.name)}</span>`}
    ${department}
    ${bullet(view)}
    <span class="value"><b>${figure(view.value, view.unit)}</b> <span class="period">${period(view.period)}</span></span>
    <span class="goes">${number(view.baseline)} → ${number(view.target)}</span>
    <span class="verdict">${rating(view.rating)}${warned(view.warnings)}</span>
  </li>`;
}

/** A sign where there are open warnings, which names them. */
export function warned(warnings) {
  if (!warnings?.length) {
    return nothing;
  }
  const named = w('warned', warnings.map((one) => term('rule', one.rule ?? one)).join('、'));
  return html` <span class="warned" title=${named}><span aria-hidden="true">⚑${warnings.length}</span><span class="unseen">${named}</span></span>`;
}

/** What the marks of the bullet charts mean. */
export function bulletKey() {
  return html`<ul class="bullet-key" aria-label=${w('key')}>
    <li><span class="swatch way" aria-hidden="true"></span>${w('baseline')} → ${w('target')}</li>
    <li><span class="swatch actual" aria-hidden="true"></span>${w('actual')}</li>
    <li><span class="swatch expected" aria-hidden="true"></span>${w('expected')}</li>
    <li><span class="swatch target" aria-hidden="true"></span>${w('target')}</li>
  </ul>`;
}
