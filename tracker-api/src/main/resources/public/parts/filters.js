import { html, nothing } from 'lit';
import { ask, place } from '../data/place.js';
import { words } from '../words/language.js';

const w = words({
  search: ['搜索', 'Search'],
  all: ['全部', 'All'],
  clear: ['清除筛选', 'Clear filters'],
});

/** What the address says of a filter; null where it says nothing. */
export function asked(name) {
  return place.value.query.get(name) || null;
}

/** A form of filters, whose state is the address. fields are templates of the functions below. names are all that it can set. */
export function filters(label, names, fields) {
  const set = names.filter((name) => asked(name) !== null);
  return html`<form class="filters" role="search" aria-label=${label} @submit=${(event) => event.preventDefault()}>
    ${fields}
    ${set.length
      ? html`<button type="button" class="quiet" @click=${() => ask(Object.fromEntries(names.map((name) => [name, null])))}>${w('clear')}</button>`
      : nothing}
  </form>`;
}

/** A choice of one of [value, text], or of all. */
export function choice(name, label, options) {
  return html`<label><span>${label}</span>
    <select name=${name} .value=${asked(name) ?? ''} @change=${(event) => ask({ [name]: event.target.value })}>
      <option value="" ?selected=${asked(name) === null}>${w('all')}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${asked(name) === value}>${text}</option>`)}
    </select>
  </label>`;
}

/** The order of a list; the first option is the one that the address need not say. */
export function order(name, label, options) {
  return html`<label><span>${label}</span>
    <select name=${name} @change=${(event) => ask({ [name]: event.target.value })}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${(asked(name) ?? '') === value}>${text}</option>`)}
    </select>
  </label>`;
}

/** Words that are searched for as they are typed. */
export function search(label = w('search')) {
  return html`<label class="search"><span>${label}</span>
    <input type="search" name="q" maxlength="100" autocomplete="off" .value=${asked('q') ?? ''} @input=${(event) => ask({ q: event.target.value })} />
  </label>`;
}

/** Whether every word that is searched for is in one of the texts, ignoring case and width. */
export function matches(q, ...texts) {
  const said = texts.filter(Boolean).join('\n').normalize('NFKC').toLowerCase();
  return (q ?? '').normalize('NFKC').toLowerCase().split(/\s+/).every((word) => said.includes(word));
}
