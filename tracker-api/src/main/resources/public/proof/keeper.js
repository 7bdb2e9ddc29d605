/**
 * What this browser has seen of a log and keeps: the keys that sign it, and the largest checkpoint. Trust on first use; whoever wants more
 * compares the keys with those that the installation publishes.
 */
export function kept(origin) {
  return JSON.parse(localStorage.getItem(`checkpoint ${origin}`) ?? 'null');
}

export function keep(origin, { note, size, keys }) {
  localStorage.setItem(`checkpoint ${origin}`, JSON.stringify({ note, size, keys, at: new Date().toISOString() }));
}

export function forget(origin) {
  localStorage.removeItem(`checkpoint ${origin}`);
}
