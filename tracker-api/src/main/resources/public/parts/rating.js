import { html, svg } from 'lit';
import { term } from '../words/language.js';

/** From best to worst, then those that say nothing of progress. */
export const RATINGS = ['achieved', 'on-track', 'at-risk', 'off-track', 'moving-away', 'no-target', 'no-baseline', 'no-data'];

/** A rating by its sign and its word; the colour only repeats them. */
export function rating(label) {
  return label
    ? html`<span class="rating ${label}"><span class="sign" aria-hidden="true">${term('sign', label)}</span> ${term('rating', label)}</span>`
    : html`<span class="rating none">–</span>`;
}

/** How many of the views have each rating: {label: number}. */
export function countsOf(views) {
  return views.reduce((counts, { rating: label }) => ({ ...counts, [label]: (counts[label] ?? 0) + 1 }), {});
}

/** How many of each rating, as a bar and as words. counts is {label: number}. */
export function ratingBar(counts) {
  const present = RATINGS.filter((label) => counts[label] > 0);
  const total = present.reduce((sum, label) => sum + counts[label], 0);
  return html`<span class="rating-counts">
    <svg class="rating-bar" viewBox="0 0 ${Math.max(total, 1)} 1" preserveAspectRatio="none" aria-hidden="true">
      ${bars(present, counts)}
    </svg>
    <span class="legend">
      ${present.map((label) => html`<span class="rating ${label}"><span class="sign" aria-hidden="true">${term('sign', label)}</span> ${term('rating', label)} <b>${counts[label]}</b></span>`)}
    </span>
  </span>`;
}

function bars(present, counts) {
  let at = 0;
  return present.map((label) => {
    const bar = svg`<rect class="fill ${label}" x=${at} y="0" width=${counts[label]} height="1"></rect>`;
    at += counts[label];
    return bar;
  });
}
