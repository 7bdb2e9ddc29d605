import { departmentName } from '../data/current.js';
import { term } from '../words/language.js';

/** Who acted, in words: role, department, user. Who was erased is named so by the server. */
export function actorName(actor) {
  if (!actor) {
    return '–';
  }
  return [term('role', actor.role), actor.department ? departmentName(actor.department) : null, actor.user].filter(Boolean).join(' · ');
}
