import { unitName } from '../data/current.js';
import { figure, number, percent } from '../format/numbers.js';
import { day, lastDay, period } from '../format/times.js';
import { dayAxis, timeChart } from '../parts/chart-option.js';
import { term, words } from '../words/language.js';

const w = words({
  complete: ['形象进度', 'Complete'],
  invested: ['投资完成率', 'Invested share'],
  window: ['工期已过', 'Time passed'],
  plan: ['年度计划累计', 'Yearly plan, summed up'],
  amount: ['完成投资（{0}）', 'Invested ({0})'],
});

/** What a project's chart shows, all as percentages over days. */
export function projectMarks(view, reports) {
  const has = (field) => reports.filter((one) => one[field] !== null && one[field] !== undefined);
  const share = (amount) => (view.investment ? Number(((amount / view.investment) * 100).toFixed(3)) : null);
  let planned = 0;
  return {
    start: view.start,
    end: view.end,
    complete: has('percentComplete').map((report) => ({ value: [lastDay(report.period), report.percentComplete], report })),
    invested: view.investment ? has('invested').map((report) => ({ value: [lastDay(report.period), share(report.invested)], report })) : [],
    plan: view.investment
      ? [...view.yearlyPlan].sort((one, other) => one.year - other.year).map((one) => [`${one.year}-12-31`, share((planned += one.investment ?? 0))])
      : [],
  };
}

/** The option of a project's chart. */
export function projectOption(marks, view, colours) {
  const line = (name, data, color, more) => ({ type: 'line', name, data, color, ...more });
  const last = [...marks.complete, ...marks.invested].map((one) => one.value[0]).sort().at(-1) ?? marks.end;
  return {
    grid: { left: 12, right: 24, top: 36, bottom: 48, containLabel: true },
    ...timeChart(colours, (points) => said(points, view)),
    xAxis: dayAxis(colours, marks.start, last > marks.end ? last : marks.end),
    yAxis: {
      type: 'value',
      min: 0,
      max: ({ max }) => Math.max(100, Math.ceil(max / 20) * 20),
      axisLabel: { color: colours.soft, formatter: (value) => `${number(value)}%` },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      line(w('window'), [[marks.start, 0], [marks.end, 100]], colours.soft, { symbol: 'none', lineStyle: { type: 'dashed', width: 1.5 } }),
      marks.plan.length ? line(w('plan'), [[marks.start, 0], ...marks.plan], colours.ink, { symbol: 'emptyRect', symbolSize: 8, lineStyle: { type: 'dotted', width: 1.5 } }) : null,
      marks.invested.length ? line(w('invested'), marks.invested, colours['at-risk'], { symbol: 'triangle', symbolSize: 9, lineStyle: { width: 2 } }) : null,
      marks.complete.length ? line(w('complete'), marks.complete, colours.link, { symbol: 'circle', symbolSize: 8, lineStyle: { width: 2 } }) : null,
    ].filter(Boolean),
  };
}

function said(points, view) {
  const report = points.find((point) => point.data?.report)?.data.report;
  const pair = (data) => data.value ?? data;
  const lines = points.map(({ seriesName, data }) => {
    const amount = seriesName === w('invested') && data.report ? ` (${figure(data.report.invested, view.unit)})` : '';
    return `${seriesName} ${number(pair(data)[1], 1)}%${amount}`;
  });
  return [report ? period(report.period) : day(pair(points[0].data)[0]), ...lines].join('\n');
}

/** The same as a table (parts/data-table.js). */
export function progressTable(view, reports) {
  return {
    columns: [
      { label: term('field', 'period') },
      { label: w('complete'), number: true },
      { label: w('amount', unitName(view.unit)), number: true },
      { label: w('invested'), number: true },
      { label: term('field', 'status') },
    ],
    rows: reports.map((one) => [
      { shown: period(one.period), raw: one.period },
      one.percentComplete === null || one.percentComplete === undefined ? null : { shown: `${number(one.percentComplete)}%`, raw: one.percentComplete },
      one.invested === null || one.invested === undefined ? null : { shown: number(one.invested), raw: one.invested },
      view.investment && one.invested !== null && one.invested !== undefined
        ? { shown: percent(one.invested / view.investment), raw: (one.invested / view.investment).toFixed(6) }
        : null,
      one.status ? term('status', one.status) : null,
    ]),
  };
}
