import { html, nothing } from 'lit';
import { unitName } from '../data/current.js';
import { figure } from '../format/numbers.js';
import { period as said } from '../format/times.js';
import { area, input, select } from '../parts/field.js';
import { term, words } from '../words/language.js';
import { faultText } from './checks.js';
import './evidence.js';
import { endedPeriods, frequencyFor } from './periods.js';

const w = words({
  period: ['时期', 'Period'],
  own: ['按{0}', 'By its frequency: {0}'],
  years: ['全年', 'Whole years'],
  quarters: ['季度', 'Quarters'],
  value: ['数值', 'Value'],
  observation: ['数据状态', 'Status of the figure'],
  invested: ['累计完成投资', 'Invested to date'],
  percent: ['完成比例', 'Percent complete'],
  status: ['状态', 'Status'],
  same: ['不变（{0}）', 'as before ({0})'],
  note: ['说明', 'Note'],
  reason: ['理由', 'Reason'],
  'reason-hint': ['更正和撤回须说明理由，记入日志。', 'Why it is changed; this is kept in the log.'],
  reachedOn: ['达成日期', 'Reached on'],
  reached: ['达成数值', 'Figure reached'],
  most: ['总投资 {0}', 'Total investment {0}'],
  range: ['允许范围 {0} 至 {1}', 'Allowed: {0} to {1}'],
  least: ['不小于 {0}', 'At least {0}'],
  largest: ['不大于 {0}', 'At most {0}'],
  planned: ['计划 {0}', 'Planned {0}'],
});

const OBSERVATIONS = ['A', 'P', 'E', 'F', 'B', 'M'];
const PROJECT = ['identification', 'preparation', 'implementation', 'completion', 'completed', 'suspended', 'cancelled'];
const TASK = ['not-started', 'in-progress', 'completed', 'suspended', 'cancelled'];

/** The fields of a report, correction, retraction or milestone, each with what is wrong with it. change({name: value}) is called as they are filled in. */
export function fieldsFor({ fields, faults, context, change }) {
  const fault = (pointer) => {
    const found = faults.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
    return found ? faultText(found, context) : null;
  };
  const at = (name) => ({ id: name, value: fields[name], error: fault(`/${name}`), changed: (value) => change({ [name]: value }) });
  const { kind, action, view } = context;
  if (action === 'retraction') {
    return reason(at);
  }
  const whole = faults.find((one) => one.pointer === '');
  return html`
    ${action === 'report' ? period(at, context) : nothing}
    ${action === 'milestone' ? milestone(at, context) : { indicator: ofIndicator, project: ofProject, task: ofTask }[kind](at, view, fields)}
    ${whole ? html`<p class="error" role="alert">${faultText(whole, context)}</p>` : nothing}
    ${action === 'correction' ? reason(at) : nothing}
    ${area({ ...at('note'), label: w('note') })}
    <tracker-evidence .items=${fields.evidence ?? []} .error=${fault('/evidence')} @changed=${(event) => change({ evidence: event.detail })}></tracker-evidence>
  `;
}

function reason(at) {
  return area({ ...at('reason'), label: w('reason'), hint: w('reason-hint'), required: true });
}

function period(at, { kind, view, plan, reported, today }) {
  const taken = new Set(reported.map((one) => one.period));
  const options = (frequency) =>
    endedPeriods(frequency, plan, today)
      .filter((one) => !taken.has(one) || one === at('period').value)
      .map((one) => [one, said(one)]);
  const own = frequencyFor(kind, view, plan);
  const groups = [{ label: w('own', term('frequency', own)), options: options(own) }];
  if (own !== 'year') {
    groups.push({ label: w('years'), options: options('year') });
  }
  return select({ ...at('period'), label: w('period'), options: groups, required: true });
}

function ofIndicator(at, view, fields) {
  const bounds =
    view.min !== null && view.max !== null
      ? w('range', figure(view.min, view.unit), figure(view.max, view.unit))
      : view.min !== null ? w('least', figure(view.min, view.unit)) : view.max !== null ? w('largest', figure(view.max, view.unit)) : null;
  return html`${input({ ...at('value'), label: w('value'), unit: unitName(view.unit), inputmode: 'decimal', hint: bounds, required: fields.status !== 'M' })}
  ${select({ ...at('status'), label: w('observation'), options: OBSERVATIONS.map((one) => [one, term('observation', one)]) })}`;
}

function ofProject(at, view) {
  return html`${input({ ...at('invested'), label: w('invested'), unit: unitName(view.unit), inputmode: 'decimal', hint: w('most', figure(view.investment, view.unit)) })}
  ${input({ ...at('percentComplete'), label: w('percent'), unit: '%', inputmode: 'decimal', hint: w('range', '0%', '100%') })}
  ${select({ ...at('status'), label: w('status'), empty: w('same', term('status', view.status)), options: PROJECT.map((one) => [one, term('status', one)]) })}`;
}

function ofTask(at) {
  return select({ ...at('status'), label: w('status'), options: TASK.map((one) => [one, term('status', one)]), required: true });
}

function milestone(at, { milestone: planned, today }) {
  return html`${input({ ...at('reachedOn'), label: w('reachedOn'), type: 'date', max: today, required: true })}
  ${planned?.unit
    ? input({
        ...at('value'),
        label: w('reached'),
        unit: unitName(planned.unit),
        inputmode: 'decimal',
        hint: planned.value === null ? null : w('planned', figure(planned.value, planned.unit)),
      })
    : nothing}`;
}
