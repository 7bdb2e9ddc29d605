import { language } from '../words/language.js';

/** Several things in a row, as the reader's language parts them. */
export function joined(items) {
  return items.join(language.value === 'zh' ? '、' : ', ');
}
