import { text } from '../words/language.js';
import { Observable } from './observable.js';

/** The plan that is looked at, at the moment that is looked at, as the frame has read it; null until then. Its names are for all pages. */
export const current = new Observable(null);

export function zone() {
  return current.value?.timeZone ?? 'Asia/Shanghai';
}

export function departmentName(id) {
  return name(current.value?.departments, id);
}

export function goalName(id) {
  return name(current.value?.goals, id);
}

export function categoryName(id) {
  return name(current.value?.categories, id);
}

/** A unit in the reader's language, such as 100 million CNY for 亿元. */
export function unitName(symbol) {
  const unit = current.value?.units?.find((one) => one.symbol === symbol);
  return unit ? text(unit.name) : (symbol ?? '');
}

/** The day that the views speak of: the last that has turned, as 2024-03-31. */
export function today() {
  return current.value?.day ?? new Date().toISOString().slice(0, 10);
}

function name(list, id) {
  const found = list?.find((one) => one.id === id);
  return found ? text(found.name) : (id ?? '');
}
