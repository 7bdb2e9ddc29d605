import { get } from './api.js';
import { Observable } from './observable.js';

/** Who looks: {user, role, department, rights, ends}, null for anybody, undefined until it is known. */
export const session = new Observable(undefined);

export async function identify() {
  try {
    session.set(Object.freeze(await get('/api/v1/me')));
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
