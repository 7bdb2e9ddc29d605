import { planPath } from '../data/api.js';

/**
 * What a department writes about one subject: {subject: 'indicator/I01', action, period, milestone}, action being report, correction,
 * retraction or milestone. Here is what each is called in storage, where it goes, and what is sent.
 */
export const ACTIONS = ['report', 'correction', 'retraction', 'milestone'];

/** A subject has one report that is being written, and one correction or retraction of each period. */
export function draftId({ subject, action, period, milestone }) {
  return ['draft', action, subject, action === 'report' ? '' : (milestone ?? period)].join(' ').trim();
}

export function kindOf(subject) {
  return subject.split('/')[0];
}

/** The subject's own address below the plan's: /indicators/I01. */
export function subjectPath(subject) {
  const [kind, id] = subject.split('/');
  return `/${kind}s/${encodeURIComponent(id)}`;
}

/** {address, body, ifMatch} of what was filled in; unit is the subject's. */
export function requestOf({ plan, subject, action, period, milestone, fields, ifMatch }, unit) {
  const path = planPath(subjectPath(subject), plan);
  if (action === 'milestone') {
    return { address: `${path}/milestones/${encodeURIComponent(milestone)}/reached`, body: reached(fields) };
  }
  if (action === 'report') {
    return { address: `${path}/reports`, body: { period: fields.period, ...said(kindOf(subject), fields, unit) } };
  }
  const of = `${path}/reports/${encodeURIComponent(period)}/${action}`;
  const reason = { reason: (fields.reason ?? '').trim() };
  return { address: of, ifMatch, body: action === 'retraction' ? reason : { ...said(kindOf(subject), fields, unit), ...reason } };
}

function said(kind, fields, unit) {
  const common = { note: text(fields.note), evidence: evidence(fields) };
  if (kind === 'task') {
    return { status: fields.status, ...common };
  }
  if (kind === 'project') {
    return { invested: figure(fields.invested), percentComplete: figure(fields.percentComplete), status: fields.status || null, unit, ...common };
  }
  return { value: fields.status === 'M' ? null : figure(fields.value), unit, status: fields.status || 'A', ...common };
}

function reached(fields) {
  return { reachedOn: fields.reachedOn, value: figure(fields.value), note: text(fields.note), evidence: evidence(fields) };
}

function evidence(fields) {
  return (fields.evidence ?? []).map(({ name, uri, sha256 }) => ({ name, uri, sha256 }));
}

function text(value) {
  return value?.trim() ? value.trim() : null;
}

/** Sent digit for digit; full-width digits and the typographic minus are what people mean by them. */
export function figure(value) {
  const plain = String(value ?? '').normalize('NFKC').trim().replace('−', '-');
  return plain === '' ? null : plain;
}

/** What a report in force says, as the form's fields. */
export function fieldsOf(kind, report) {
  const fields = { period: report.period, status: report.status ?? '', note: report.note ?? '', evidence: report.evidence ?? [] };
  if (kind === 'indicator') {
    return { ...fields, value: plain(report.value) };
  }
  return kind === 'project' ? { ...fields, invested: plain(report.invested), percentComplete: plain(report.percentComplete) } : fields;
}

function plain(value) {
  return value === null || value === undefined ? '' : String(value);
}
