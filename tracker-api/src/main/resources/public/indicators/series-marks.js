import { lastDay } from '../format/times.js';

/** The sign of an observation's status on the chart, so that none is told by colour alone. */
export const STATUS_SYMBOLS = { A: 'circle', P: 'diamond', E: 'triangle', F: 'arrow', B: 'rect', M: 'pin' };
const CROSS = 'path://M-5,-4L-4,-5L0,-1L4,-5L5,-4L1,0L5,4L4,5L0,1L-4,5L-5,4L-1,0Z';

/** The day before a date: a baseline is that of the day before its plan starts. */
export function dayBefore(date) {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * What an indicator's chart shows, as points [day, value] with what stands behind each: {actual, expected, yearly, history, baseline, revised,
 * target, targetHigh}. Days are the last of their periods.
 */
export function seriesMarks(view, series, revisions, plan) {
  const start = dayBefore(plan.start);
  const expected = new Map(series.items.filter((item) => item.expected !== null).map((item) => [lastDay(item.period), item.expected]));
  return {
    start,
    end: plan.end,
    actual: series.items
      .filter((item) => item.value !== null)
      .map((item) => ({ value: [lastDay(item.period), item.value], symbol: STATUS_SYMBOLS[item.status] ?? 'circle', item }))
      .sort(byDay),
    expected: expected.size === 0 ? [] : [...(view.baseline === null ? [] : [[start, view.baseline]]), ...expected].sort(([one], [other]) => one.localeCompare(other)),
    yearly: view.yearlyTargets.map(({ year, value }) => [`${year}-12-31`, value]),
    history: series.history.map(({ year, value }) => [`${year}-12-31`, value]),
    baseline: view.baseline === null ? [] : [[start, view.baseline]],
    revised: revisions.map((revision) => ({
      value: [lastDay(revision.period), revision.value],
      symbol: revision.retracted ? CROSS : 'circle',
      revision,
    })),
    target: view.target,
    targetHigh: view.targetHigh,
    // A target that holds for every period or year is a line over them all, another the point at the end.
    throughout: view.measure === 'maintain' || view.measure === 'recurring',
    bars: view.measure === 'recurring' ? years(plan) : null,
  };
}

/** What is for each year anew is no line, but a bar a year. */
function years(plan) {
  const [first, last] = [plan.start, plan.end].map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function byDay(one, other) {
  return one.value[0].localeCompare(other.value[0]);
}
