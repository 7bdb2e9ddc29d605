import { get, insist } from './api.js';
import { Observable } from './observable.js';

/** Who looks: {user, role, department, rights, ends}, null for anybody, undefined until it is known. */
export const session = new Observable(undefined);

/** The page says whether there is anybody to ask for. */
export async function identify() {
  if (!('known' in document.documentElement.dataset)) {
    session.set(null);
    return;
  }
  try {
    session.set(Object.freeze(await insist(() => get('/api/v1/me'))));
  } catch (problem) {
    if (problem.status !== 401) {
      throw problem;
    }
    session.set(null);
  }
}

export function may(right) {
  return session.value?.rights.includes(right) ?? false;
}
