import { lastDay } from '../format/times.js';

const PARTS = {
  year: [''],
  'half-year': ['-H1', '-H2'],
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
  month: ['-01', '-02', '-03', '-04', '-05', '-06', '-07', '-08', '-09', '-10', '-11', '-12'],
};

/** The periods of a frequency that lie within the plan and have ended by a day, latest first. */
export function endedPeriods(frequency, { start, end }, today) {
  const periods = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++) {
    periods.push(...PARTS[frequency].map((part) => `${year}${part}`));
  }
  return periods.filter((period) => firstDay(period) >= start && lastDay(period) <= end && lastDay(period) <= today).reverse();
}

/** The first day of a period, as 2022-07-01. */
export function firstDay(period) {
  const last = lastDay(period);
  const months = { year: 12, 'half-year': 6, quarter: 3, month: 1 }[frequencyOf(period)];
  const month = Number(last.slice(5, 7)) - months + 1;
  return `${last.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

export function frequencyOf(period) {
  const part = period.slice(5, 6);
  return part === '' ? 'year' : part === 'H' ? 'half-year' : part === 'Q' ? 'quarter' : 'month';
}

/** How often a subject is reported: an indicator as it says, a project as its plan says, a task when there is something to say. */
export function frequencyFor(kind, view, plan) {
  return kind === 'indicator' ? view.frequency : kind === 'project' ? (plan.supervision?.projectFrequency ?? 'year') : 'half-year';
}

/** The periods that have a report in force, latest first, from the subject's history: what was taken back once has the one before in force. */
export function reportedPeriods(history) {
  const reports = new Map();
  for (const { type, period, recordedAt, actor } of history) {
    if (type === 'ProgressReported' || type === 'ReportCorrected') {
      reports.set(period, [...(reports.get(period) ?? []), { period, recordedAt, actor }]);
    } else if (type === 'ReportRetracted') {
      reports.set(period, (reports.get(period) ?? []).slice(0, -1));
    }
  }
  return [...reports.values()]
    .filter((of) => of.length > 0)
    .map((of) => ({ ...of.at(-1), corrections: of.length - 1 }))
    .sort((one, other) => (lastDay(one.period) < lastDay(other.period) ? 1 : -1));
}
