import { html, nothing, svg } from 'lit';
import { figure, percent } from '../format/numbers.js';
import { term, words } from '../words/language.js';
import { bulletScale } from './bullet-scale.js';

const w = words({
  said: [
    '基期 {0}，应达 {1}，实际 {2}，目标 {3}，{4}',
    'baseline {0}, expected {1}, actual {2}, target {3}, {4}',
  ],
  nothing: ['尚无数据', 'no data yet'],
});

const WIDTH = 240;
const HEIGHT = 22;

/** An indicator's baseline, expected value of the day, actual and target on one line, from worse (left) to better (right). */
export function bullet(view) {
  const scale = bulletScale(view);
  if (!scale) {
    return html`<span class="bullet none">${w('nothing')}</span>`;
  }
  const x = (share) => share * WIDTH;
  const from = scale.baseline ?? 0;
  return html`<svg class="bullet" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${label(view)}>
    <rect class="range" x="0" y="5" width=${WIDTH} height="12"></rect>
    <rect class="way" x=${Math.min(x(from), x(scale.target))} y="5" width=${Math.abs(x(scale.target) - x(from))} height="12"></rect>
    ${scale.actual === null
      ? nothing
      : svg`<rect class="fill ${view.rating}" x=${Math.min(x(from), x(scale.actual))} y="8" width=${Math.max(Math.abs(x(scale.actual) - x(from)), 2)} height="6"></rect>`}
    ${scale.expected === null ? nothing : svg`<rect class="expected" x=${x(scale.expected) - 1} y="2" width="2" height="18"></rect>`}
    <rect class="target" x=${x(scale.target) - 1.5} y="4" width="3" height="14"></rect>
  </svg>`;
}

function label(view) {
  const line = view.baseline !== null && view.expected !== null ? view.baseline + view.expected * (view.target - view.baseline) : null;
  return w(
    'said',
    figure(view.baseline, view.unit),
    line === null ? percent(view.expected) : figure(Number(line.toFixed(2)), view.unit),
    figure(view.value, view.unit),
    figure(view.target, view.unit),
    term('rating', view.rating),
  );
}
