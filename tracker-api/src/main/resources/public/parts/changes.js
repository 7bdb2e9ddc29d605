import { html, nothing } from 'lit';
import { number } from '../format/numbers.js';
import { text } from '../words/language.js';

/** What a version changed, field by field, as it was and as it is. */
export function changesList(changes) {
  return changes?.length
    ? html`<ul class="changes">
        ${changes.map(({ field, from, to }) => html`<li><code>${field}</code> <span class="was">${said(from)}</span> → <span class="is">${said(to)}</span></li>`)}
      </ul>`
    : nothing;
}

/** Anything that a view can hold, in a few words. */
export function said(value) {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return '–';
  }
  if (typeof value === 'number') {
    return number(value);
  }
  if (typeof value === 'object') {
    return 'zh' in value && 'en' in value ? text(value) : JSON.stringify(value);
  }
  return String(value);
}
