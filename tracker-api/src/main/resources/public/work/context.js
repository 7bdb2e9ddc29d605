import { html, nothing } from 'lit';
import { departmentName } from '../data/current.js';
import { page } from '../data/place.js';
import { figure, percent } from '../format/numbers.js';
import { day, period as said } from '../format/times.js';
import { bullet } from '../parts/bullet.js';
import { rating } from '../parts/rating.js';
import { term, words } from '../words/language.js';
import { before } from './cautions.js';

const w = words({
  title: ['已知情况', 'What is known'],
  latest: ['最新', 'Latest'],
  before: ['上期', 'Period before'],
  expected: ['本期应达', 'Expected for the period'],
  baseline: ['基期', 'Baseline'],
  target: ['目标', 'Target'],
  frequency: ['填报周期', 'Reported'],
  line: ['进度线', 'Expected line'],
  investment: ['总投资', 'Total investment'],
  invested: ['累计完成投资', 'Invested to date'],
  percent: ['完成比例', 'Percent complete'],
  status: ['当前状态', 'Status'],
  window: ['建设期', 'Window'],
  lead: ['牵头', 'Lead'],
  deadline: ['时限', 'Deadline'],
  due: ['计划日期', 'Due'],
  planned: ['计划数值', 'Planned figure'],
  open: ['查看详情', 'Open its page'],
});

/** What the writer should have before the eyes: the last value, what is expected, the limits. */
export function known(context) {
  const { kind, view } = context;
  const rows = { indicator: ofIndicator, project: ofProject, task: ofTask }[kind](context);
  return html`<aside class="card known" aria-labelledby="known">
    <h3 id="known">${w('title')}</h3>
    ${kind === 'indicator' ? html`${bullet(view)}<p>${rating(view.rating)}</p>` : nothing}
    <dl>
      ${[...rows, [w('lead'), view.responsibility ? departmentName(view.responsibility.lead) : '–'], [w('deadline'), day(view.responsibility?.deadline)]]
        .filter(([, value]) => value !== null)
        .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
    <p class="more"><a href=${page(`${kind}s/${view.id}`)}>${w('open')}</a></p>
  </aside>`;
}

function ofIndicator({ view, series, period }) {
  const last = before(series, period);
  const expected = series?.items.find((one) => one.period === period)?.expected;
  return [
    [w('latest'), view.value === null ? '–' : html`<b>${figure(view.value, view.unit)}</b> ${said(view.period)}`],
    [w('before'), last ? html`<b>${figure(last.value, view.unit)}</b> ${said(last.period)}` : null],
    [w('expected'), expected === null || expected === undefined ? null : html`<b>${figure(Number(expected.toFixed(2)), view.unit)}</b> ${said(period)}`],
    [w('baseline'), figure(view.baseline, view.unit)],
    [w('target'), figure(view.target, view.unit)],
    [w('frequency'), term('frequency', view.frequency)],
    [w('line'), view.expectedLine ? term('line', view.yearlyTargets?.length ? 'yearly-targets' : view.expectedLine) : null],
  ];
}

function ofProject({ view, milestone, action }) {
  const ofMilestone = action === 'milestone' && milestone
    ? [[w('due'), day(milestone.due)], [w('planned'), milestone.value === null ? null : figure(milestone.value, milestone.unit)]]
    : [];
  return [
    ...ofMilestone,
    [w('status'), html`<b>${term('status', view.status)}</b>`],
    [w('investment'), figure(view.investment, view.unit)],
    [w('invested'), html`${figure(view.invested, view.unit)} ${view.investedShare === null ? nothing : `(${percent(view.investedShare)})`}`],
    [w('percent'), figure(view.percentComplete, '%')],
    [w('latest'), said(view.period)],
    [w('window'), `${day(view.start)} – ${day(view.end)}`],
  ];
}

function ofTask({ view }) {
  return [
    [w('status'), html`<b>${term('status', view.status)}</b>`],
    [w('latest'), said(view.period)],
  ];
}
