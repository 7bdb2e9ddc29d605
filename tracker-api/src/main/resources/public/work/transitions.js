const PROJECT = ['identification', 'preparation', 'implementation', 'completion', 'completed'];
const AFTER_SUSPENSION = { project: ['preparation', 'implementation', 'completion', 'cancelled'], task: ['in-progress', 'cancelled'] };
const TASK = { 'not-started': ['in-progress', 'completed', 'suspended', 'cancelled'], 'in-progress': ['completed', 'suspended', 'cancelled'] };

/** Whether a status may follow another, as the server has it: phases may be skipped forward, never backward; an end is an end. */
export function mayBecome(kind, from, to) {
  if (from === to || !from || !to) {
    return true;
  }
  if (from === 'suspended') {
    return AFTER_SUSPENSION[kind].includes(to);
  }
  if (kind === 'task') {
    return (TASK[from] ?? []).includes(to);
  }
  const open = PROJECT.indexOf(from) >= 0 && from !== 'completed';
  return open && (PROJECT.indexOf(to) > PROJECT.indexOf(from) || to === 'suspended' || to === 'cancelled');
}

/** The two statuses that a refusal of the server names, in whichever language it is; null where it names none. */
export function namedIn(message) {
  const known = new Set([...PROJECT, ...Object.keys(TASK), 'suspended', 'cancelled']);
  const found = (message ?? '').match(/[a-z]+(?:-[a-z]+)*/g)?.filter((one) => known.has(one)) ?? [];
  return found.length === 2 ? found : null;
}
