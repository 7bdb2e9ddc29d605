import { html } from 'lit';
import { amount, faultText } from '../work/checks.js';
import { unitName } from '../data/current.js';
import { input } from '../parts/field.js';
import { words } from '../words/language.js';
import { figure } from '../work/writing.js';

const w = words({ title: ['分年度目标', 'Targets for single years'], year: ['{0}年', '{0}'], hint: ['不设的年份留空。', 'Leave a year empty to set none.'] });

/** The years of a plan. */
export function yearsOf({ start, end }) {
  const first = Number(start.slice(0, 4));
  return Array.from({ length: Number(end.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

/** A figure for each year of the plan: values is {2021: '…'}. */
export function yearFields({ plan, unit, values, change, error = null }) {
  return html`<fieldset class="years">
    <legend>${w('title')}</legend>
    <p class="hint">${w('hint')}</p>
    <div class="fields">
      ${yearsOf(plan).map((year) =>
        input({
          id: `year-${year}`,
          label: w('year', year),
          unit: unitName(unit),
          inputmode: 'decimal',
          value: values[year] ?? '',
          error: yearFaults(values, unit)[year] ?? null,
          changed: (value) => change({ ...values, [year]: value }),
        }),
      )}
    </div>
    ${error ? html`<p class="error">${error}</p>` : ''}
  </fieldset>`;
}

/** What is wrong with single years: {2021: text}. */
export function yearFaults(values, unit) {
  const found = {};
  for (const [year, value] of Object.entries(values)) {
    amount((pointer, code, more) => (found[year] = faultText({ pointer, code, ...more }, { view: { unit } })), `/${year}`, value, null, null);
  }
  return found;
}

/** [{year, value}] of those that are filled in. */
export function yearlyTargets(values) {
  return Object.entries(values)
    .filter(([, value]) => figure(value) !== null)
    .map(([year, value]) => ({ year: Number(year), value: figure(value) }));
}
