import { Observable } from '../data/observable.js';
import { session } from '../data/session.js';

/**
 * What somebody writes, as this browser keeps it: drafts, and what is handed over but not answered yet. Each record {id, plan, …} lies under
 * its writer and plan, so nobody else who signs in here is shown it.
 */
export const records = new Observable(0);

addEventListener('storage', (event) => {
  if (event.key === null || event.key.startsWith('writing/')) {
    tell();
  }
});

/** Who writes; null where nobody is signed in. */
export function writer() {
  const who = session.value;
  return who ? [who.role, who.department ?? '', who.user].join(' ') : null;
}

export function find(plan, id) {
  return writer() === null ? null : read(name(plan, id));
}

/** Of one plan, or of all: the writer's own, oldest first. */
export function list(plan = null) {
  if (writer() === null) {
    return [];
  }
  const start = plan === null ? `writing/${encodeURIComponent(writer())}/` : name(plan, '');
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map(read)
    .filter((record) => record !== null)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** False where the browser has no room for it. */
export function keep(record) {
  try {
    localStorage.setItem(name(record.plan, record.id), JSON.stringify(record));
  } catch {
    return false;
  }
  tell();
  return true;
}

export function drop(record) {
  localStorage.removeItem(name(record.plan, record.id));
  tell();
}

function tell() {
  records.set(records.value + 1);
}

function name(plan, id) {
  return ['writing', writer(), plan, id].map((part) => encodeURIComponent(part)).join('/');
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
