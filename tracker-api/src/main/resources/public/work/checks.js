import { figure as shown, number } from '../format/numbers.js';
import { day, lastDay } from '../format/times.js';
import { term, words } from '../words/language.js';
import { firstDay } from './periods.js';
import { mayBecome, namedIn } from './transitions.js';
import { figure } from './writing.js';

const w = words({
  required: ['必填。', 'This is required.'],
  'one-of': ['累计投资、完成比例、状态至少填写一项。', 'At least one of invested, percent complete and status is needed.'],
  'not-a-number': ['请填写数字，例如 3600 或 12.5；不用千位分隔符。', 'A number is needed, such as 3600 or 12.5, without separators of thousands.'],
  'too-many-digits': ['超过 30 位数字。', 'More than 30 digits.'],
  between: ['数值须在 {0} 至 {1} 之间。', 'The value must lie between {0} and {1}.'],
  least: ['数值不得小于 {0}。', 'The value must be at least {0}.'],
  most: ['数值不得大于 {0}。', 'The value must be at most {0}.'],
  'outside-plan': ['时期须在规划期 {0} 至 {1} 之内。', 'The period must lie within the plan, {0} to {1}.'],
  'period-already-reported': ['该时期已有填报，请改为更正（见下方“已报时期”）。', 'That period is reported already: correct it instead, below.'],
  'in-future': ['时期尚未结束或日期尚未到来。', 'It has not ended or come yet.'],
  'wrong-unit': ['计量单位须为 {0}。', 'The unit must be {0}.'],
  'too-long': ['最多 {0} 个字。', 'At most {0} characters.'],
  'control-characters': ['含有不可见的控制字符。', 'It has control characters, which cannot be seen.'],
  'not-allowed': ['“缺失”的时期不填数值。', 'A missing period has no value.'],
  'illegal-transition': ['状态不能由“{0}”转为“{1}”。', 'The status cannot go from “{0}” to “{1}”.'],
  'too-many': ['佐证材料最多 20 份。', 'At most 20 pieces of evidence.'],
  'hash-required': ['佐证材料须附 SHA-256。', 'Evidence needs its SHA-256.'],
});

const FIGURE = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DIGITS = 30;
const NOTE = 4000;
// The same characters that the server refuses: controls but for line ends and tabs, and overrides of direction.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with what was filled in, by the server's own rules: [{pointer, code, …}], empty where nothing is. context: {kind, view, plan, today}. */
export function faults({ action, fields }, context) {
  const found = [];
  const fault = (pointer, code, more) => found.push({ pointer, code, ...more });
  if (action === 'correction' || action === 'retraction') {
    required(fault, '/reason', fields.reason);
  }
  if (action === 'retraction') {
    return found;
  }
  if (action === 'milestone') {
    ofMilestone(fault, fields, context);
  } else {
    if (action === 'report') {
      ofPeriod(fault, fields.period, context);
      if (context.reported.some((one) => one.period === fields.period)) {
        fault('/period', 'period-already-reported');
      }
    }
    ({ indicator: ofIndicator, project: ofProject, task: ofTask })[context.kind](fault, fields, context.view);
  }
  if (action === 'report') {
    ofTransition(fault, fields, context);
  }
  text(fault, '/note', fields.note, NOTE);
  if ((fields.evidence ?? []).length > 20) {
    fault('/evidence', 'too-many');
  }
  return found;
}

function ofPeriod(fault, period, { plan, today }) {
  if (!period) {
    fault('/period', 'required');
  } else if (firstDay(period) < plan.start || lastDay(period) > plan.end) {
    fault('/period', 'outside-plan');
  } else if (lastDay(period) > today) {
    fault('/period', 'in-future');
  }
}

function ofIndicator(fault, fields, view) {
  if (fields.status === 'M') {
    if (figure(fields.value) !== null) {
      fault('/value', 'not-allowed');
    }
  } else if (figure(fields.value) === null) {
    fault('/value', 'required');
  } else {
    amount(fault, '/value', fields.value, view.min, view.max);
  }
}

function ofProject(fault, fields, view) {
  const given = [figure(fields.invested), figure(fields.percentComplete), fields.status || null];
  if (given.every((one) => one === null)) {
    fault('', 'one-of');
  }
  amount(fault, '/invested', fields.invested, 0, null);
  amount(fault, '/percentComplete', fields.percentComplete, 0, 100);
}

function ofTask(fault, fields) {
  if (!fields.status) {
    fault('/status', 'required');
  }
}

/** Of the latest period only: what comes between others is held against both of them by the server. */
function ofTransition(fault, { period, status }, { kind, view }) {
  const latest = !view.period || (period && lastDay(period) > lastDay(view.period));
  if (kind !== 'indicator' && latest && !mayBecome(kind, view.status, status)) {
    fault('/status', 'illegal-transition', { from: view.status, to: status });
  }
}

function ofMilestone(fault, fields, { today }) {
  if (!fields.reachedOn) {
    fault('/reachedOn', 'required');
  } else if (fields.reachedOn > today) {
    fault('/reachedOn', 'in-future');
  }
  amount(fault, '/value', fields.value, null, null);
}

export function required(fault, pointer, value) {
  if (!value?.trim()) {
    fault(pointer, 'required');
  }
  text(fault, pointer, value, NOTE);
}

export function text(fault, pointer, value, most) {
  if ([...(value ?? '')].length > most) {
    fault(pointer, 'too-long', { most });
  }
  if (HIDDEN.test(value ?? '')) {
    fault(pointer, 'control-characters');
  }
}

export function amount(fault, pointer, value, min, max) {
  const plain = figure(value);
  if (plain === null) {
    return;
  }
  if (!FIGURE.test(plain)) {
    fault(pointer, 'not-a-number');
  } else if (plain.replace(/[eE].*$/, '').replace(/\D/g, '').replace(/^0+/, '').length > DIGITS) {
    fault(pointer, 'too-many-digits');
  } else if ((min !== null && Number(plain) < min) || (max !== null && Number(plain) > max)) {
    fault(pointer, 'out-of-bounds', { min, max });
  }
}

/** A fault in the reader's language. What only the server knows of is told in the words that it sent. */
export function faultText(fault, { view, plan }) {
  const unit = fault.pointer === '/percentComplete' ? '%' : (view?.unit ?? '');
  switch (fault.code) {
    case 'out-of-bounds': {
      const { min, max } = fault.min === undefined ? boundsOf(fault.pointer, view) : fault;
      const known = (one) => one !== null && one !== undefined;
      return known(min) && known(max)
        ? w('between', shown(min, unit), shown(max, unit))
        : known(min) ? w('least', shown(min, unit)) : known(max) ? w('most', shown(max, unit)) : fault.message;
    }
    case 'outside-plan':
      return fault.pointer === '/period' ? w('outside-plan', day(plan.start), day(plan.end)) : fault.message;
    case 'wrong-unit':
      return w('wrong-unit', view?.unit);
    case 'too-long':
      return fault.most ? w('too-long', number(fault.most)) : fault.message;
    case 'illegal-transition': {
      const [from, to] = namedIn(fault.message) ?? [fault.from, fault.to];
      return from ? w('illegal-transition', term('status', from), term('status', to)) : fault.message;
    }
    case 'required':
      return fault.pointer === '' ? w('one-of') : w('required');
    case 'one-of':
    case 'period-already-reported':
    case 'not-a-number':
    case 'too-many-digits':
    case 'in-future':
    case 'control-characters':
    case 'not-allowed':
    case 'too-many':
    case 'hash-required':
      return w(fault.code);
    default:
      return fault.message ?? fault.code;
  }
}

function boundsOf(pointer, view) {
  return pointer === '/percentComplete' ? { min: 0, max: 100 } : pointer === '/invested' ? { min: 0, max: null } : { min: view?.min, max: view?.max };
}
