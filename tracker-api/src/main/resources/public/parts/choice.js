import { html } from 'lit';
import { ask, place } from '../data/place.js';
import { text, words } from '../words/language.js';

const w = words({ all: ['全部', 'All'] });

/** A filter that the address holds: choices are [value, what people read]. */
export function choice(name, label, choices) {
  const chosen = place.value.query.get(name) ?? '';
  return html`<label class="choice">
    <span>${label}</span>
    <select name=${name} @change=${(event) => ask({ [name]: event.target.value })}>
      <option value="" .selected=${chosen === ''}>${w('all')}</option>
      ${choices.map(([value, said]) => html`<option value=${value} .selected=${value === chosen}>${said}</option>`)}
    </select>
  </label>`;
}

/** Of things that have names in both languages: goals, categories, departments. */
export function named(name, label, things) {
  return choice(name, label, things.map((one) => [one.id, text(one.name)]));
}

/** A text to search for that the address holds; it is asked for as it is typed. */
export function searched(name, label) {
  return html`<label class="choice search">
    <span>${label}</span>
    <input type="search" name=${name} maxlength="100" autocomplete="off" .value=${place.value.query.get(name) ?? ''} @input=${(event) => ask({ [name]: event.target.value })} />
  </label>`;
}
