import { planPath } from './api.js';
import { Observable } from './observable.js';
import { moment, place, plan } from './place.js';
import { may, session } from './session.js';

/** How current what is shown is: live, connecting, cut (it may be old), past (a moment is looked at), off (nothing is followed). */
export const connection = new Observable('off');

/** The views that have changed since the last telling: an array, told at most once a frame. */
export const changes = new Observable([]);

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

let stream = null;
let following = null;
let wait = FIRST_WAIT;
let timer = null;
let waiting = [];

/** Follows the plan that is looked at, while it is looked at as of now. */
export function start() {
  place.follow(adjust);
  session.follow(adjust);
  addEventListener('online', () => reconnect());
  // A stream that nothing comes through looks like one in which nothing happens.
  addEventListener('offline', () => lose());
  adjust();
}

function adjust() {
  const wanted = may('read-views') && !moment() ? plan() : null;
  if (wanted !== following || wanted === null) {
    following = wanted;
    wait = FIRST_WAIT;
    connect();
  }
}

function lose() {
  if (following) {
    clearTimeout(timer);
    stream?.close();
    stream = null;
    connection.set('cut');
  }
}

function reconnect() {
  if (following && connection.value === 'cut') {
    connect();
  }
}

function connect() {
  clearTimeout(timer);
  stream?.close();
  stream = null;
  if (!following) {
    connection.set(moment() && may('read-views') ? 'past' : 'off');
    return;
  }
  if (connection.value !== 'cut') {
    connection.set('connecting');
  }
  const own = new EventSource(planPath('/stream', following));
  stream = own;
  own.onopen = () => {
    const missed = connection.value === 'cut';
    wait = FIRST_WAIT;
    connection.set('live');
    if (missed) {
      tell(null);
    }
  };
  own.addEventListener('state', (event) => tell(JSON.parse(event.data)));
  own.addEventListener('gap', () => tell(null));
  own.onerror = () => {
    connection.set('cut');
    // A browser tries again by itself after a cut, but not after a refusal.
    if (own.readyState === EventSource.CLOSED) {
      timer = setTimeout(connect, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
  };
}

/** null: anything may have changed. */
function tell(view) {
  waiting.push(view);
  if (waiting.length === 1) {
    requestAnimationFrame(() => {
      const batch = waiting;
      waiting = [];
      changes.set(batch);
    });
  }
}
