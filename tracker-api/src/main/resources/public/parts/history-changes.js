import { html } from 'lit';
import { categoryName, departmentName, goalName } from '../data/current.js';
import { figure, number, percent } from '../format/numbers.js';
import { day, period } from '../format/times.js';
import { term, text, words } from '../words/language.js';
import { rating } from './rating.js';

const w = words({
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  open: ['未解除', 'open'],
  seen: ['已签收', 'acknowledged'],
  due: ['应于 {0} 完成', 'due {0}'],
  on: ['{0}（{1}）', '{0} ({1})'],
});

/** What an address or the kind of subject says already. */
const SAID = new Set(['plan', 'kind', 'id', 'simulated', 'updatedAt', 'position', 'version']);
const SHARES = new Set(['completion', 'expected', 'pace', 'investedShare']);
const AMOUNTS = new Set(['value', 'baseline', 'target', 'targetHigh', 'min', 'max', 'investment', 'invested']);
const FAMILIES = { collection: 'collection', measure: 'measure', direction: 'direction', frequency: 'frequency', expectedLine: 'line', taskKind: 'task-kind' };
const PARTS = { responsibility: ['lead', 'assisting', 'deadline', 'measures', 'provisional'] };

/**
 * What a version of a subject changed, field by field: [{label, from, to}], both ready to be shown, null where there was or is nothing. Lists
 * (milestones, warnings, years) are told apart entry by entry, so that only what changed of them is named.
 */
export function fieldChanges(changes, { kind, unit }) {
  return changes
    .filter(({ field }) => !SAID.has(field))
    .flatMap(({ field, from, to }) => {
      if (PARTS[field]) {
        return PARTS[field].filter((part) => !same(from?.[part], to?.[part])).map((part) => line(part, from?.[part], to?.[part], kind, unit));
      }
      const entries = ENTRIES[field];
      return entries ? between(field, entries, from ?? [], to ?? [], unit) : [line(field, from, to, kind, unit)];
    })
    .filter((one) => one.from !== null || one.to !== null);
}

function line(field, from, to, kind, unit) {
  return { label: term('field', field), from: shown(field, from, kind, unit), to: shown(field, to, kind, unit) };
}

function shown(field, value, kind, unit) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return null;
  }
  if (field === 'rating') {
    return rating(value);
  }
  if (field === 'status') {
    return term(kind === 'indicator' ? 'observation' : 'status', value);
  }
  if (FAMILIES[field]) {
    return term(FAMILIES[field], value);
  }
  if (SHARES.has(field)) {
    return percent(value);
  }
  if (AMOUNTS.has(field)) {
    return figure(value, unit);
  }
  return named(field, value);
}

function named(field, value) {
  switch (field) {
    case 'percentComplete': return `${number(value)}%`;
    case 'goal': return goalName(value);
    case 'category': return categoryName(value);
    case 'lead': return departmentName(value);
    case 'assisting': return value.map(departmentName).join('、');
    case 'period': return period(value);
    case 'deadline': case 'start': case 'end': return day(value);
    default: return plain(value);
  }
}

function plain(value) {
  if (typeof value === 'boolean') {
    return w(value ? 'yes' : 'no');
  }
  if (Array.isArray(value)) {
    return value.map(plain).join('、');
  }
  return typeof value === 'object' ? text(value) : String(value);
}

/** How the entries of a list are told apart, called and shown. */
const ENTRIES = {
  warnings: { key: (one) => one.rule, name: (one) => term('rule', one.rule), say: warning },
  milestones: { key: (one) => one.id, name: (one) => text(one.name), say: milestone },
  yearlyTargets: { key: (one) => one.year, name: (one) => period(String(one.year)), say: (one, unit) => figure(one.value, unit) },
  yearlyPlan: {
    key: (one) => one.year,
    name: (one) => period(String(one.year)),
    say: (one, unit) => html`${figure(one.investment, unit)} <span class="fine">${one.measures}</span>`,
  },
};

function warning({ acknowledgement, cause }) {
  const periods = cause.periods.map(period).join('、');
  return html`${w(acknowledgement ? 'seen' : 'open')}${periods ? html` <span class="fine">${periods}</span>` : ''}`;
}

function milestone(one, unit) {
  const state = one.reachedOn ? w('on', term('schedule', one.schedule), day(one.reachedOn)) : term('schedule', one.schedule);
  return html`${state} <span class="fine">${w('due', day(one.due))}${one.reached === null ? '' : ` · ${figure(one.reached, unit)}`}</span>`;
}

function between(field, { key, name, say }, from, to, unit) {
  const keys = [...new Set([...from, ...to].map(key))];
  return keys
    .map((id) => ({ before: from.find((one) => key(one) === id), after: to.find((one) => key(one) === id) }))
    .filter(({ before, after }) => !same(before, after))
    .map(({ before, after }) => ({
      label: `${term('field', field)} · ${name(after ?? before)}`,
      from: before ? say(before, unit) : null,
      to: after ? say(after, unit) : null,
    }));
}

function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
