import { unitName } from '../data/current.js';
import { figure, number } from '../format/numbers.js';
import { day, period } from '../format/times.js';
import { dayAxis, timeChart, wordAxis } from '../parts/chart-option.js';
import { term, words } from '../words/language.js';

const w = words({
  actual: ['实际', 'Actual'],
  expected: ['应达', 'Expected'],
  yearly: ['年度目标', 'Yearly target'],
  history: ['规划前', 'Before the plan'],
  baseline: ['基期', 'Baseline'],
  target: ['目标', 'Target'],
  most: ['目标上限', 'Target at most'],
  revised: ['更正或撤回前', 'Before correction'],
  corrected: ['更正前 {0}', 'corrected, was {0}'],
  retracted: ['已撤回 {0}', 'retracted {0}'],
  old: ['原 {0}', 'was {0}'],
});

/** The option of an indicator's chart, from its marks (series-marks.js). */
export function seriesOption(marks, unit, colours, width) {
  return {
    grid: { left: 12, right: width < 500 ? 20 : 72, top: 40, bottom: 48, containLabel: true },
    ...timeChart(colours, (points) => said(points, unit)),
    xAxis: marks.bars ? wordAxis(colours, marks.bars) : dayAxis(colours, marks.history[0]?.[0] ?? marks.start, marks.end),
    yAxis: {
      type: 'value',
      scale: !marks.bars,
      name: unitName(unit),
      nameTextStyle: { color: colours.soft, align: 'left' },
      axisLabel: { color: colours.soft, formatter: (value) => number(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: (marks.bars ? bars(marks, colours, width) : lines(marks, colours)).filter(Boolean),
  };
}

function lines(marks, colours) {
  return [
    marks.history.length ? { ...line(w('history'), marks.history, colours.soft), symbol: 'emptyDiamond', symbolSize: 7, lineStyle: { type: 'dotted', width: 1.5 } } : null,
    marks.expected.length ? { ...line(w('expected'), marks.expected, colours.soft), symbol: 'none', lineStyle: { type: 'dashed', width: 1.5 } } : null,
    { ...line(w('actual'), marks.actual, colours.link), symbolSize: 8, lineStyle: { width: 2 } },
    marks.baseline.length ? { ...dots(w('baseline'), marks.baseline, colours.ink), symbol: 'rect', symbolSize: [10, 3], label: labelled(w('baseline'), 'right', colours) } : null,
    marks.yearly.length ? { ...dots(w('yearly'), marks.yearly, colours.ink), symbol: 'emptyRect', symbolSize: 9, itemStyle: { borderWidth: 1.5, opacity: 1 } } : null,
    marks.revised.length ? revised(marks.revised, colours) : null,
    ...targets(marks, colours),
  ];
}

function bars(marks, colours, width) {
  const byYear = (point) => ({ ...point, value: [point.value[0].slice(0, 4), point.value[1]] });
  const limits = [[w('target'), marks.target], [w('most'), marks.targetHigh]].filter(([, value]) => value !== null);
  return [
    {
      type: 'bar',
      name: w('actual'),
      data: marks.actual.map(byYear),
      barWidth: Math.min(48, width / 12),
      color: colours.link,
      markLine: {
        symbol: 'none',
        silent: true,
        lineStyle: { color: colours.ink, width: 2, type: 'solid' },
        data: limits.map(([name, value]) => ({ yAxis: value, label: { position: 'insideEndTop', color: colours.ink, formatter: `${name} ${number(value)}` } })),
      },
    },
    marks.revised.length ? revised(marks.revised.map(byYear), colours) : null,
  ];
}

function line(name, data, color) {
  return { type: 'line', name, data, color, connectNulls: true, z: 3 };
}

function dots(name, data, color) {
  return { type: 'scatter', name, data, color, itemStyle: { opacity: 1 }, z: 4 };
}

function revised(data, colours) {
  return {
    ...dots(w('revised'), data, colours.seal),
    symbolSize: 11,
    itemStyle: { color: colours.card, borderColor: colours.seal, borderWidth: 2, opacity: 1 },
    label: { show: true, position: 'top', color: colours.seal, fontSize: 11, formatter: ({ data: one }) => w('old', number(one.revision.value)) },
    labelLayout: { hideOverlap: true },
    z: 5,
  };
}

function targets({ target, targetHigh, throughout, start, end }, colours) {
  const all = [[w('target'), target, 'bottom'], [w('most'), targetHigh, 'top']].filter(([, value]) => value !== null);
  return all.map(([name, value, position]) =>
    throughout
      ? { ...line(name, [[start, value], [end, value]], colours.ink), symbol: 'none', lineStyle: { width: 2 }, endLabel: { show: true, color: colours.ink, formatter: number(value) } }
      : { ...dots(name, [[end, value]], colours.ink), symbol: 'rect', symbolSize: [16, 4], label: labelled(name, targetHigh === null ? 'left' : position, colours), clip: false },
  );
}

function labelled(name, position, colours) {
  return { show: true, position, color: colours.ink, fontSize: 11, formatter: ({ value }) => `${name} ${number(value[1])}` };
}

function said(points, unit) {
  const item = points.find((point) => point.data?.item)?.data.item;
  const [at] = pair(points[0].data);
  const head = item ? period(item.period) : at.length === 4 ? period(at) : day(at);
  const lines = points.map(({ seriesName, data }) => {
    if (data.revision) {
      return w(data.revision.retracted ? 'retracted' : 'corrected', figure(data.revision.value, unit));
    }
    // A value is shown as it was reported, a point of the line as far as it means something.
    const value = figure(data.item ? data.item.value : Number(pair(data)[1].toFixed(2)), unit);
    const status = data.item?.status && data.item.status !== 'A' ? ` (${term('observation', data.item.status)})` : '';
    return `${seriesName} ${value}${status}`;
  });
  return [head, ...new Set(lines)].join('\n');
}

function pair(data) {
  return data.value ?? data;
}
