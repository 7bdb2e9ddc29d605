import { figure as shown, percent } from '../format/numbers.js';
import { lastDay, period as said } from '../format/times.js';
import { words } from '../words/language.js';
import { frequencyOf } from './periods.js';
import { figure } from './writing.js';

const w = words({
  drop: ['{0}低于上期的 {1}。', '{0} is below the {1} of the period before.'],
  jump: ['{0}与上期 {1} 相差 {2}，超过通常变动（{3}）的 {4} 倍。', '{0} differs from the {1} before by {2}, more than {4} times the usual change ({3}).'],
  far: ['{0}与上期 {1} 相差 {2}。', '{0} differs from the {1} before by {2}.'],
  overspend: ['累计投资 {0} 超过总投资 {1}。', 'Invested {0} is more than the total investment of {1}.'],
  forecast: ['“预测”不算作本期已报。', 'A forecast does not count as a report for the period.'],
  evidence: ['没有佐证材料；规划要求此类对象提供。', 'There is no evidence, which the plan asks for here.'],
});

/** Beyond this share of the last value a change is asked about, where too little is known to say what is usual. */
const FAR = 0.5;

/** What looks like a slip, though it may be right: texts to confirm before it is sent. series is the indicator's, else null. */
export function cautions({ action, fields }, { kind, view, plan, series }) {
  if (action !== 'report' && action !== 'correction') {
    return [];
  }
  const found = kind === 'indicator' ? ofIndicator(fields, view, plan, series) : kind === 'project' ? ofProject(fields, view) : [];
  const group = kind === 'indicator' ? view.collection : `${kind}s`;
  if (plan.supervision?.evidenceFor?.includes(group) && !(fields.evidence ?? []).length && fields.status !== 'M') {
    found.push(w('evidence'));
  }
  if (fields.status === 'F') {
    found.push(w('forecast'));
  }
  return found;
}

/** The value of the period of the same frequency before this one: {period, value}; null where there is none. */
export function before(series, period) {
  return values(series, period).at(-1) ?? null;
}

function values(series, period) {
  if (!series || !period) {
    return [];
  }
  return series.items
    .filter((one) => one.value !== null && frequencyOf(one.period) === frequencyOf(period) && lastDay(one.period) < lastDay(period))
    .sort((one, other) => (lastDay(one.period) < lastDay(other.period) ? -1 : 1));
}

function ofIndicator(fields, view, plan, series) {
  const value = figure(fields.value);
  const earlier = values(series, fields.period);
  const last = earlier.at(-1);
  if (value === null || !last) {
    return [];
  }
  const now = shown(Number(value), view.unit);
  const then = `${shown(last.value, view.unit)} (${said(last.period)})`;
  if (view.cumulative && Number(value) < last.value) {
    return [w('drop', now, then)];
  }
  const change = Math.abs(Number(value) - last.value);
  const usual = median(earlier.slice(1).map((one, index) => Math.abs(one.value - earlier[index].value)));
  const multiple = plan.supervision?.jumpMultiple ?? 3;
  if (usual !== null && earlier.length > 2) {
    return usual > 0 && change > usual * multiple
      ? [w('jump', now, then, shown(round(change), view.unit), shown(round(usual), view.unit), multiple)]
      : [];
  }
  return last.value !== 0 && change / Math.abs(last.value) > FAR ? [w('far', now, then, percent(change / Math.abs(last.value), 0))] : [];
}

function ofProject(fields, view) {
  const found = [];
  const invested = figure(fields.invested);
  const complete = figure(fields.percentComplete);
  const later = !view.period || !fields.period || lastDay(fields.period) > lastDay(view.period);
  if (invested !== null && Number(invested) > view.investment) {
    found.push(w('overspend', shown(Number(invested), view.unit), shown(view.investment, view.unit)));
  }
  if (later && invested !== null && view.invested !== null && Number(invested) < view.invested) {
    found.push(w('drop', shown(Number(invested), view.unit), shown(view.invested, view.unit)));
  }
  if (later && complete !== null && view.percentComplete !== null && Number(complete) < view.percentComplete) {
    found.push(w('drop', shown(Number(complete), '%'), shown(view.percentComplete, '%')));
  }
  return found;
}

function median(amounts) {
  if (amounts.length === 0) {
    return null;
  }
  const sorted = [...amounts].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function round(value) {
  return Number(value.toPrecision(8));
}
