import { html, nothing } from 'lit';
import { all, planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, moment, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { dayOf, endOf } from '../format/times.js';
import { Element } from '../parts/element.js';
import { term, words } from '../words/language.js';
import { changedRow } from './changed-row.js';
import './standing.js';

const w = words({
  title: ['两日对比', 'Two days side by side'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  now: ['现在', 'now'],
  changed: ['{0} 项有变化', '{0} subjects changed'],
  none: ['这两日之间没有变化。', 'Nothing changed between these two days.'],
  kinds: ['类型', 'Kind'],
  'all-kinds': ['全部', 'All'],
});

const KINDS = ['indicator', 'project', 'task', 'assessment'];
const MONTH = 30 * 86_400_000;

/** Two days beside each other: how the plan stood on each, and what moved in between, by whom and why. */
class Compare extends Element {
  moved = new Resource(this, () => this.#address(), { load: all });

  constructor() {
    super();
    new Following(this, place, current);
  }

  get from() {
    return place.value.query.get('from') ?? new Date(Math.max(Date.parse(this.#end()) - MONTH, Date.parse(current.value.start) + MONTH)).toISOString();
  }

  /** Null is now. */
  get to() {
    return place.value.query.get('to') ?? moment();
  }

  #end() {
    return this.to ?? current.value.updatedAt;
  }

  #address() {
    if (!current.value) {
      return null;
    }
    const query = new URLSearchParams({ from: this.from, limit: '200' });
    if (this.to) {
      query.set('to', this.to);
    }
    if (place.value.query.get('kind')) {
      query.set('kind', place.value.query.get('kind'));
    }
    return planPath(`/compare?${query}`);
  }

  render() {
    if (!current.value) {
      return nothing;
    }
    const latest = dayOf(current.value.updatedAt, zone());
    return html`<h1>${w('title')}</h1>
      <div class="filters">
        ${this.#day('from', this.from, latest)} ${this.#day('to', this.#end(), latest)}
        <label class="choice">
          <span>${w('kinds')}</span>
          <select @change=${(event) => ask({ kind: event.target.value })}>
            <option value="">${w('all-kinds')}</option>
            ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === place.value.query.get('kind')}>${term('subject', kind)}</option>`)}
          </select>
        </label>
      </div>
      <div class="two-days">
        <tracker-standing .moment=${this.from}></tracker-standing>
        <tracker-standing .moment=${this.to}></tracker-standing>
      </div>
      ${this.moved.show((items) => this.#list(items))}`;
  }

  #day(name, value, latest) {
    return html`<label class="choice">
      <span>${w(name)}</span>
      <input type="date" .value=${dayOf(value, zone())} min=${current.value.start} max=${latest}
        @change=${(event) => event.target.value && event.target.checkValidity() && ask({ [name]: endOf(event.target.value, zone()) })} />
    </label>`;
  }

  #list(items) {
    return html`<h2 role="status">${items.length === 0 ? w('none') : w('changed', items.length)}</h2>
      ${items.length === 0 ? nothing : html`<ul class="changed">${[...items].sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)).map(changedRow)}</ul>`}`;
  }
}
customElements.define('tracker-compare', Compare);
