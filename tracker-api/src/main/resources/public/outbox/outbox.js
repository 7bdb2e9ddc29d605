import { Problem, newKey, write } from '../data/api.js';
import { connection } from '../data/live.js';
import { session } from '../data/session.js';
import { drop, find, keep, list } from './records.js';

const AGAIN = 20_000;
const PATIENCE = 90_000;

let timer = null;

/** Sends what waits whenever there is a reason to think that it will arrive: on load, on sign-in, when the network is back, and now and then. */
export function start() {
  addEventListener('online', sendAll);
  session.follow(sendAll);
  connection.follow((state) => state === 'live' && sendAll());
  sendAll();
}

/**
 * Hands a draft over: from then on it is {state: 'waiting'} under the draft's own key, however often it has to be sent, and becomes `sent`
 * or is refused; what is refused is a draft again, with the reason and under a new key. request is {address, body, ifMatch}. The answer is
 * the entry as it stands after the first try; null where another tab has handed this draft over.
 */
export async function handOver(draft, request) {
  const entry = { ...request, id: `out ${draft.key}`, plan: draft.plan, key: draft.key, draft, state: 'waiting', at: new Date().toISOString() };
  const taken = await alone(draft.key, () => {
    const present = find(draft.plan, draft.id);
    if (present?.key !== draft.key || !keep(entry)) {
      return false;
    }
    drop(draft);
    return true;
  });
  return taken ? send(entry) : null;
}

export async function sendAll() {
  clearTimeout(timer);
  for (const entry of list().filter((one) => one.state === 'waiting')) {
    await send(entry);
  }
  clearTimeout(timer);
  if (list().some((one) => one.state === 'waiting')) {
    timer = setTimeout(sendAll, AGAIN);
  }
}

/** One try, unless another tab is at it or has done it. */
export async function send(entry) {
  return alone(entry.key, async () => {
    const waiting = find(entry.plan, entry.id);
    if (waiting?.state !== 'waiting') {
      return waiting;
    }
    try {
      const { body } = await write('POST', waiting.address, waiting.body, {
        key: waiting.key,
        ifMatch: waiting.ifMatch,
        signal: AbortSignal.timeout(PATIENCE),
      });
      return put({ ...waiting, state: 'sent', trouble: null, version: body.version, position: body.position, sentAt: body.recordedAt });
    } catch (cause) {
      const problem = cause.name === 'TimeoutError' ? new Problem(0, null) : cause;
      if (problem.status === undefined) {
        throw cause;
      }
      return isOpen(problem) ? put({ ...waiting, trouble: said(problem) }) : refused(waiting, said(problem));
    }
  });
}

/** Whether it may have arrived, or may yet: then nothing is decided. */
function isOpen({ status }) {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}

function refused(entry, refusal) {
  const { draft } = entry;
  if (find(draft.plan, draft.id)) {
    // Somebody has begun anew meanwhile: both stay.
    return put({ ...entry, state: 'refused', refusal });
  }
  const again = { ...draft, key: newKey(), state: 'refused', refusal };
  keep(again);
  drop(entry);
  return again;
}

function said({ status, body }) {
  return { status, body };
}

function put(entry) {
  keep(entry);
  return entry;
}

/** Where there are no locks (plain HTTP from afar), the key alone sees to it that nothing counts twice. */
function alone(key, act) {
  return navigator.locks ? navigator.locks.request(`writing ${key}`, act) : act();
}
