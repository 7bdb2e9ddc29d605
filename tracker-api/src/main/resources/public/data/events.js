import { get, planPath } from './api.js';

const AT_ONCE = 1_000;

/**
 * The plan's events above the position `after` up to `to` (null: to the end) that a query asks for, page by page: of a long log a page may
 * be empty, and only one without a next is the last.
 */
export async function eventsBetween(query, after, to, options) {
  const items = [];
  for (let at = after; at !== null && (to === null || at < to); ) {
    const parameters = new URLSearchParams({ ...query, after: at, limit: AT_ONCE });
    const page = await get(`${planPath('/events')}?${parameters}`, options);
    items.push(...page.items.filter((event) => to === null || event.position <= to));
    at = page.next === undefined || page.next === null ? null : Number(page.next);
  }
  return items;
}

/** All events of one subject, written indicator/I01, in order. */
export function eventsOf(subject, options) {
  return eventsBetween({ subject }, 0, null, options);
}
