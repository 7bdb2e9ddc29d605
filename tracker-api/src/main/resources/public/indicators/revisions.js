import { all, get, planPath } from '../data/api.js';

/**
 * What was corrected or taken back of an indicator's values: [{period, value, status, retracted, at, reason, actor}], value being the one that
 * was in force until then. Corrections that left the value as it was are not among them. `address` is that of its history.
 */
export async function revisions(address, options) {
  const entries = await all(address, options);
  const [, kind, id] = /\/(\w+)\/([^/]+)\/history/.exec(address);
  const changed = entries.filter((entry) => entry.type === 'ReportCorrected' || entry.type === 'ReportRetracted');
  const found = await Promise.all(changed.map((entry) => revision(entry, `/${kind}/${id}/reports/${entry.period}`, options)));
  return found.filter((one) => one !== null);
}

// The history says what a version changed of the subject's latest value; that of an earlier period is asked for as it was a moment before, and after.
async function revision(entry, path, options) {
  const at = Date.parse(entry.recordedAt);
  const before = await reportAt(path, at - 1, options);
  const retracted = entry.type === 'ReportRetracted';
  const after = retracted ? null : await reportAt(path, at, options);
  if (before === null || before.value === undefined || before.value === null || (after !== null && after.value === before.value)) {
    return null;
  }
  return { period: entry.period, value: before.value, status: before.status, retracted, at: entry.recordedAt, reason: entry.reason, actor: entry.actor };
}

async function reportAt(path, moment, options) {
  try {
    return (await get(planPath(`${path}?asOf=${new Date(moment).toISOString()}`), options)).report;
  } catch (problem) {
    if (problem.status === 404) {
      return null;
    }
    throw problem;
  }
}
