import { zone } from '../data/current.js';
import { number } from '../format/numbers.js';
import { period, time } from '../format/times.js';
import { term, words } from '../words/language.js';

const w = words({
  value: ['数值（{0}）', 'Value ({0})'],
  expected: ['应达（{0}）', 'Expected ({0})'],
  recorded: ['记录时间', 'Recorded at'],
  revised: ['更正或撤回前', 'Before correction or retraction'],
  retracted: ['{0}（已撤回）', '{0} (retracted)'],
  before: ['规划前', 'before the plan'],
});

/** What an indicator's chart shows, as a table (parts/data-table.js): one row a period that has a value, an expected one of its own, or a revision. */
export function seriesTable(view, series, revisions) {
  const own = new RegExp({ month: '-\\d\\d$', quarter: '-Q', 'half-year': '-H', year: '^\\d{4}$' }[view.frequency]);
  const of = (id) => revisions.filter((one) => one.period === id);
  const kept = series.items.filter((item) => item.value !== null || own.test(item.period) || of(item.period).length);
  return {
    columns: [
      { label: term('field', 'period') },
      { label: w('value', view.unit), number: true },
      { label: term('field', 'status') },
      { label: w('expected', view.unit), number: true },
      { label: w('revised'), number: true },
      { label: w('recorded') },
    ],
    rows: [
      ...series.history.map(({ year, value }) => [{ shown: period(String(year)), raw: year }, amount(value), w('before'), null, null, null]),
      ...kept.map((item) => [
        { shown: period(item.period), raw: item.period },
        amount(item.value),
        item.status ? term('observation', item.status) : null,
        amount(item.expected, 2),
        old(of(item.period)),
        item.recordedAt ? { shown: time(item.recordedAt, zone()), raw: item.recordedAt } : null,
      ]),
    ],
  };
}

function amount(value, digits = 6) {
  return value === null ? null : { shown: number(value, digits), raw: value };
}

function old(revisions) {
  if (revisions.length === 0) {
    return null;
  }
  const shown = revisions.map((one) => (one.retracted ? w('retracted', number(one.value)) : number(one.value))).join('、');
  return { shown, raw: revisions.map((one) => one.value).join(' ') };
}
