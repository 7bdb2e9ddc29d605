import { Observable } from '../data/observable.js';

/** auto (as the system has it), light or dark. */
export const theme = new Observable(document.documentElement.dataset.theme ?? 'auto');

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', () => theme.tell());

export function turnTheme() {
  const next = NEXT[theme.value];
  if (next === 'auto') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem('theme');
  } else {
    document.documentElement.dataset.theme = next;
    localStorage.setItem('theme', next);
  }
  theme.set(next);
}

// On paper everything is light: pale colours on white cannot be read.
let before;
addEventListener('beforeprint', () => {
  before = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = 'light';
});
addEventListener('afterprint', () => {
  if (before === undefined) {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = before;
  }
});
