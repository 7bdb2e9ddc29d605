import { Observable } from '../data/observable.js';

/** auto (as the system has it), light or dark. */
export const theme = new Observable(chosen());

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', () => {
  show();
  theme.tell();
});

export function turnTheme() {
  const next = NEXT[theme.value];
  if (next === 'auto') {
    localStorage.removeItem('theme');
  } else {
    localStorage.setItem('theme', next);
  }
  show();
  theme.set(next);
}

function chosen() {
  const kept = localStorage.getItem('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

function show() {
  const which = chosen();
  document.documentElement.dataset.theme = which !== 'auto' ? which : dark.matches ? 'dark' : 'light';
}

// On paper everything is light: pale colours on white cannot be read.
addEventListener('beforeprint', () => (document.documentElement.dataset.theme = 'light'));
addEventListener('afterprint', show);
