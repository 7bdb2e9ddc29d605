import { all, get } from '../data/api.js';
import { lastDay } from '../format/times.js';

const REPORTS = new Set(['ProgressReported', 'ReportCorrected', 'ReportRetracted']);

/**
 * A project's history and the reports that are in force, in the order of their periods: {entries, reports: [{period, invested,
 * percentComplete, status, …}]}. `address` is that of its history; the reports are of the same moment.
 */
export async function projectSeries(address, options) {
  const entries = await all(address, options);
  const [, path, query] = /^(.*)\/history\??(.*)$/.exec(address);
  const moment = new URLSearchParams(query).get('asOf');
  const periods = [...new Set(entries.filter((entry) => REPORTS.has(entry.type)).map((entry) => entry.period))];
  const found = await Promise.all(periods.map((period) => report(`${path}/reports/${period}`, moment, options)));
  return { entries, reports: found.filter((one) => one !== null).sort((one, other) => lastDay(one.period).localeCompare(lastDay(other.period))) };
}

async function report(path, moment, options) {
  try {
    const { report: of, recordedAt } = await get(moment ? `${path}?asOf=${encodeURIComponent(moment)}` : path, options);
    return { ...of, recordedAt };
  } catch (problem) {
    if (problem.status === 404) {
      return null;
    }
    throw problem;
  }
}

/** Year by year what was planned and what was invested: [{year, planned, invested, measures}]; each null where nothing says it. */
export function byYear(view, reports) {
  const years = new Set([...view.yearlyPlan.map((one) => one.year), ...reports.filter(spent).map((one) => Number(one.period.slice(0, 4)))]);
  const until = (year) => reports.filter((one) => spent(one) && Number(one.period.slice(0, 4)) <= year).at(-1)?.invested ?? null;
  return [...years].sort().map((year) => {
    const plan = view.yearlyPlan.find((one) => one.year === year);
    const reported = reports.some((one) => spent(one) && one.period.startsWith(`${year}`));
    const [now, before] = [until(year), until(year - 1) ?? 0];
    return {
      year,
      planned: plan?.investment ?? null,
      invested: reported ? Number((now - before).toFixed(6)) : null,
      measures: plan?.measures ?? null,
    };
  });
}

function spent(report) {
  return report.invested !== null && report.invested !== undefined;
}
