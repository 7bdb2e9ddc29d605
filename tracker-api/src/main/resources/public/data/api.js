import { language } from '../words/language.js';
import { moment, plan } from './place.js';

/** What the server refused, as RFC 9457 says it; status 0 where it could not be reached. */
export class Problem extends Error {
  constructor(status, body, retryAfter = null) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body ?? {};
    this.retryAfter = retryAfter;
  }

  /** The last part of the problem's type, such as unknown-subject; empty where it has none. */
  get kind() {
    return (this.body.type ?? '').split('/').pop();
  }
}

const POSITION = 'Tracker-Position';
const TRIES = 8;
const PATIENCE = 3_000;
const SETTLING = 60;

/** The address of something of this plan: planPath('/indicators'). */
export function planPath(path = '', of = plan()) {
  return `/api/v1/plans/${encodeURIComponent(of)}${path}`;
}

/** The same with the query's parts that are not null, and with the moment that is looked at. */
export function asOf(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') {
      parameters.set(name, value);
    }
  }
  if (moment() && !parameters.has('asOf')) {
    parameters.set('asOf', moment());
  }
  const said = parameters.toString();
  return said ? `${path}${path.includes('?') ? '&' : '?'}${said}` : path;
}

/** What an address answers, as JSON. What is not ready is asked for again as the server says; everything else that is refused is a Problem. */
export async function get(address, { signal } = {}) {
  for (let tries = 1; ; tries++) {
    try {
      return await (await send('GET', address, { signal })).json();
    } catch (problem) {
      if (problem.status !== 503 || tries === TRIES) {
        throw problem;
      }
      await pause((problem.retryAfter ?? 1) * 1000, signal);
    }
  }
}

/** All items of a list, page by page. */
export async function all(address, options) {
  const items = [];
  let next = null;
  do {
    const page = await get(next ? `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}` : address, options);
    items.push(...page.items);
    next = page.next ?? null;
  } while (next);
  return items;
}

/**
 * A write under a key of its own, so that it counts once however often it is sent. ifMatch is the version that it was made on. The answer
 * has status, body, etag and location; what was not waited for is waited for here.
 */
export async function write(method, address, body, { ifMatch, key = newKey(), type = 'application/json', signal } = {}) {
  const response = await send(method, address, {
    signal,
    body: type === 'application/json' ? JSON.stringify(body) : body,
    headers: {
      'Content-Type': type,
      'Idempotency-Key': key,
      ...(ifMatch === undefined || ifMatch === null ? {} : { 'If-Match': `"${ifMatch}"` }),
    },
  });
  const location = response.headers.get('Location');
  if (response.status === 202 && location?.startsWith('/api/v1/commands/')) {
    return settled(location, signal);
  }
  const said = await response.text();
  return { status: response.status, body: said ? JSON.parse(said) : null, etag: response.headers.get('ETag'), location };
}

export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Until it is decided, there is no such command. Where that takes too long nothing is known, and the same key may be sent again. */
async function settled(location, signal) {
  for (let tries = 1; tries <= SETTLING; tries++) {
    await pause(500, signal);
    try {
      return { status: 200, body: await get(location, { signal }), etag: null, location };
    } catch (problem) {
      if (problem.kind !== 'unknown-command') {
        throw problem;
      }
    }
  }
  throw new Problem(504, null);
}

/** Any request, with what every one of ours says; a Problem where it is refused. */
export async function send(method, address, { body, headers = {}, signal } = {}) {
  const of = /^\/api\/v1\/plans\/([^/]+)/.exec(address)?.[1];
  const seen = method === 'GET' && of ? sessionStorage.getItem(`position ${of}`) : null;
  let response;
  try {
    response = await fetch(address, {
      method,
      body,
      signal,
      headers: { 'Accept-Language': language.value, ...(seen ? { [POSITION]: seen } : {}), ...headers },
    });
  } catch (cause) {
    throw signal?.aborted ? cause : new Problem(0, null);
  }
  const position = response.headers.get(POSITION);
  if (method !== 'GET' && of && position) {
    sessionStorage.setItem(`position ${of}`, position);
  }
  if (!response.ok) {
    const json = (response.headers.get('Content-Type') ?? '').includes('json');
    const wait = response.headers.get('Retry-After');
    throw new Problem(response.status, json ? await response.json() : null, wait ? Number(wait) : null);
  }
  return response;
}

/** Does it again and again while the server cannot be reached or is not ready: without it there is no page. What is refused is a Problem. */
export async function insist(act) {
  for (;;) {
    try {
      return await act();
    } catch (problem) {
      if (problem.status === undefined || (problem.status >= 400 && problem.status < 500)) {
        throw problem;
      }
      await pause(PATIENCE);
    }
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
