import { unitName } from '../data/current.js';
import { language } from '../words/language.js';

/** Ratings as a share: 0.357798 is 35.8 %. An en dash for nothing. */
export function percent(share, digits = 1) {
  return share === null || share === undefined ? '–' : `${number(share * 100, digits, digits)}%`;
}

/** With groups, and no digits that were not there. An en dash for nothing. */
export function number(value, most = 6, least = 0) {
  if (value === null || value === undefined) {
    return '–';
  }
  return new Intl.NumberFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    maximumFractionDigits: most,
    minimumFractionDigits: least,
  }).format(value);
}

/** A figure with its unit: units never go without. What a unit is a multiple of is said by a times sign: 5,060 × 100 million CNY. */
export function figure(value, unit) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (!unit) {
    return number(value);
  }
  const name = unit === '%' ? '%' : unitName(unit);
  return name === '%' ? `${number(value)}%` : `${number(value)}${/^\d/.test(name) ? ' × ' : ' '}${name}`;
}

/** Signed, for what changed. */
export function change(value, most = 6) {
  return value > 0 ? `+${number(value, most)}` : number(value, most).replace('-', '−');
}

/** Of counts by whatever they are of: {behind: 3, stale: 2} is 5. */
export function total(counts) {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
