const NAMES = [
  'ink', 'soft', 'line', 'strong-line', 'card', 'paper', 'link', 'seal', 'way', 'range', 'mark',
  'achieved', 'on-track', 'at-risk', 'off-track', 'moving-away', 'unrated', 'sans',
];

/** The colours of styles/tokens.css as they are at this moment, by name: a canvas does not follow a style sheet by itself. */
export function chartColours() {
  const style = getComputedStyle(document.documentElement);
  return Object.freeze(Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])));
}

/** The colour of a rating; those that say nothing of progress share one. */
export function ratingColour(colours, rating) {
  return colours[rating] ?? colours.unrated;
}
