import terms from '../terms.js';
import { Observable } from '../data/observable.js';

/** zh or en: what the reader chose here before, else what the browser prefers (the server has looked at Accept-Language). */
export const language = new Observable(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

export function choose(which) {
  localStorage.setItem('language', which);
  document.documentElement.lang = which === 'zh' ? 'zh-CN' : 'en';
  language.set(which);
}

/** A text that has nothing in this language is given in the other one. */
export function text(both) {
  if (both === null || both === undefined) {
    return '';
  }
  return language.value === 'zh' ? both.zh || both.en : both.en || both.zh;
}

/** A term of the field, such as term('rating', 'at-risk'). A label that has no word is shown as it is. */
export function term(family, label) {
  const found = terms[`${family}.${label}`];
  return found ? text(found) : label;
}

/**
 * The words of one page, written {key: ['中文', 'English']}. The answer gives the word by its key, with {0}, {1} … filled in. A key that
 * has no word, or a word that lacks a language, is an error: a page never shows one.
 */
export function words(table) {
  for (const [key, both] of Object.entries(table)) {
    if (both.length !== 2 || !both[0] || !both[1]) {
      throw new Error(`${key} is not one word in two languages`);
    }
  }
  return (key, ...values) => {
    if (!table[key]) {
      throw new Error(`no word for ${key}`);
    }
    const word = table[key][language.value === 'zh' ? 0 : 1];
    return word.replace(/\{(\d)\}/g, (whole, index) => String(values[index] ?? ''));
  };
}
