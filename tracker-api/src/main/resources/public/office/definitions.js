import { current } from '../data/current.js';
import { day } from '../format/times.js';
import { figure as withUnit } from '../format/numbers.js';
import { term, text, words } from '../words/language.js';
import { amount } from '../work/checks.js';
import { figure } from '../work/writing.js';

const w = words({
  nameZh: ['名称（中文）', 'Name (Chinese)'],
  nameEn: ['名称（英文）', 'Name (English)'],
  ownerZh: ['业主（中文）', 'Owner (Chinese)'],
  ownerEn: ['业主（英文）', 'Owner (English)'],
  noteZh: ['说明（中文）', 'Note (Chinese)'],
  noteEn: ['说明（英文）', 'Note (English)'],
  onTrack: ['“符合进度”的界限', 'Threshold of on track'],
  atRisk: ['“有风险”的界限', 'Threshold of at risk'],
  offTrack: ['“滞后”的界限', 'Threshold of off track'],
  rules: ['启用的预警规则', 'Warning rules in use'],
  jumpMultiple: ['突变倍数', 'Multiple for a jump'],
  targetsDue: ['目标应在此日前下达', 'Targets due by'],
  evidenceFor: ['须有佐证的类别', 'Evidence is asked for'],
  projectFrequency: ['项目填报周期', 'Projects are reported'],
  projectAllowanceDays: ['项目填报期限（天）', 'Days allowed for projects'],
  published: ['公开的类别', 'Published'],
  projects: ['项目', 'Projects'],
  tasks: ['工程与计划', 'Programmes'],
  goal: ['目标领域', 'Goal'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
});

const RULES = ['behind', 'stale', 'drop', 'jump', 'milestone-overdue', 'overspend', 'no-target', 'evidence-missing'];
const FREQUENCIES = ['month', 'quarter', 'half-year', 'year'];
const terms = (family, labels) => () => labels.map((one) => [one, term(family, one)]);
const named = (list) => () => (current.value[list] ?? []).map((one) => [one.id, text(one.name)]);
const groups = () => [...['core', 'industry', 'commitment'].map((one) => [one, term('collection', one)]), ['projects', w('projects')], ['tasks', w('tasks')]];

/** One thing that can be adjusted: its name in the view and in a request ('thresholds.atRisk' lies in an object), its form, its label. */
function part(path, form, more = {}) {
  const name = path.split('.').at(-1);
  return { path, id: path.replace('.', '-'), form, label: () => term('field', name), ...more };
}

const own = (name) => ({ label: () => w(name) });
const names = [part('name.zh', 'text', own('nameZh')), part('name.en', 'text', own('nameEn'))];

/** What can be adjusted of each kind of subject. */
export const DEFINITIONS = {
  indicator: [
    part('target', 'figure'),
    part('targetHigh', 'figure'),
    part('baseline', 'figure'),
    part('min', 'figure'),
    part('max', 'figure'),
    part('measure', 'choice', { options: terms('measure', ['level', 'maintain', 'delegated', 'recurring']) }),
    part('direction', 'choice', { options: terms('direction', ['higher', 'lower']) }),
    part('frequency', 'choice', { options: terms('frequency', FREQUENCIES) }),
    part('allowanceDays', 'count'),
    part('expectedLine', 'choice', { options: terms('line', ['linear', 'compound']) }),
    part('goal', 'choice', { options: named('goals'), ...own('goal') }),
    part('cumulative', 'truth'),
    part('longTerm', 'truth'),
    ...names,
  ],
  project: [
    part('investment', 'figure'),
    part('start', 'day'),
    part('end', 'day'),
    part('category', 'choice', { options: named('categories') }),
    ...names,
    part('owner.zh', 'text', own('ownerZh')),
    part('owner.en', 'text', own('ownerEn')),
    part('note', 'text'),
  ],
  task: [...names, part('note.zh', 'text', own('noteZh')), part('note.en', 'text', own('noteEn')), part('indicators', 'list')],
  plan: [
    part('thresholds.onTrack', 'figure', own('onTrack')),
    part('thresholds.atRisk', 'figure', own('atRisk')),
    part('thresholds.offTrack', 'figure', own('offTrack')),
    part('expectedLine', 'choice', { options: terms('line', ['linear', 'compound']) }),
    part('supervision.jumpMultiple', 'figure', own('jumpMultiple')),
    part('supervision.targetsDue', 'day', own('targetsDue')),
    part('supervision.projectFrequency', 'choice', { options: terms('frequency', FREQUENCIES), ...own('projectFrequency') }),
    part('supervision.projectAllowanceDays', 'count', own('projectAllowanceDays')),
    part('supervision.rules', 'many', { options: terms('rule', RULES), ...own('rules') }),
    part('supervision.evidenceFor', 'many', { options: groups, ...own('evidenceFor') }),
    part('supervision.published', 'many', { options: groups, ...own('published') }),
    ...names,
  ],
};

/** What a part holds, as a form has it: a text, a boolean, or a list. */
export function held(one, view) {
  const value = one.path.split('.').reduce((of, name) => of?.[name], view);
  if (one.form === 'truth') {
    return Boolean(value);
  }
  if (one.form === 'many') {
    return value ?? [];
  }
  return one.form === 'list' ? (value ?? []).join(', ') : value === null || value === undefined ? '' : String(value);
}

/** The parts that a form says otherwise than the view: [part, …]. */
export function changed(parts, view, fields) {
  return parts.filter((one) => one.id in fields && JSON.stringify(sent(one, fields[one.id])) !== JSON.stringify(sent(one, held(one, view))));
}

/** The request's changes: what is left out stays, what is null is taken away. A name goes whole, in both languages. */
export function changesOf(parts, view, fields) {
  const changes = {};
  for (const one of changed(parts, view, fields)) {
    const [outer, inner] = one.path.split('.');
    if (inner) {
      changes[outer] ??= ['zh', 'en'].includes(inner) ? { ...view[outer] } : {};
      changes[outer][inner] = sent(one, fields[one.id]);
    } else {
      changes[outer] = sent(one, fields[one.id]);
    }
  }
  return changes;
}

function sent({ form }, value) {
  switch (form) {
    case 'figure': return figure(value);
    case 'count': return figure(value) === null ? null : Number(figure(value));
    case 'truth': return Boolean(value);
    case 'many': return [...value].sort();
    case 'list': return value.split(/[\s,，、]+/).filter(Boolean);
    default: return String(value ?? '').trim() || null;
  }
}

/** What is wrong with one part; a fault as checks have it, or null. */
export function partFault({ form }, value) {
  let found = null;
  const fault = (pointer, code, more) => (found ??= { pointer, code, ...more });
  if (form === 'figure') {
    amount(fault, '/value', value, null, null);
  } else if (form === 'count') {
    amount(fault, '/value', value, 0, null);
  }
  return found;
}

/** A part's value in words; unit is that of its figures. */
export function shown(one, value, unit) {
  switch (one.form) {
    case 'truth': return w(value ? 'yes' : 'no');
    case 'day': return day(value);
    case 'many': return value.length === 0 ? '–' : one.options().filter(([key]) => value.includes(key)).map(([, label]) => label).join('、');
    case 'choice': return one.options().find(([key]) => key === value)?.[1] ?? '–';
    case 'figure': return figure(value) === null ? '–' : Number.isFinite(Number(figure(value))) ? withUnit(Number(figure(value)), unit) : value;
    default: return value === '' ? '–' : String(value);
  }
}
