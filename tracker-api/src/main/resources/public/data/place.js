import { Observable } from './observable.js';

/**
 * Where the reader is: the address, and nothing beside it. {path, query}; the plan and the moment are read from it, so a link that is sent
 * to somebody shows them the same.
 */
export const place = new Observable(read());

function read() {
  return Object.freeze({ path: location.pathname, query: new URLSearchParams(location.search) });
}

addEventListener('popstate', () => place.set(read()));

/** Goes to an address of ours without loading the page anew. */
export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  place.set(read());
}

/** The plan whose page this is; null where it is none's. */
export function plan() {
  const found = /^\/plans\/([^/]+)/.exec(place.value.path);
  return found ? decodeURIComponent(found[1]) : null;
}

/** The moment that everything is shown as of, as RFC 3339; null for now. */
export function moment() {
  return place.value.query.get('asOf');
}

/** The address of a page of this plan, at the moment that is looked at: page('indicators/I01', {goal: 'x'}). */
export function page(path = '', query = {}, of = plan()) {
  const parameters = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
  if (moment() && !parameters.has('asOf')) {
    parameters.set('asOf', moment());
  }
  const said = parameters.toString();
  return `/plans/${encodeURIComponent(of)}${path ? `/${path}` : ''}${said ? `?${said}` : ''}`;
}

/** Changes parts of the address's query; null takes one away. */
export function ask(changes, { replace = true } = {}) {
  const query = new URLSearchParams(place.value.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const said = query.toString();
  go(place.value.path + (said ? `?${said}` : ''), { replace });
}
