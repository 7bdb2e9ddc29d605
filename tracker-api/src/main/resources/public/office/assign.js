import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { planPath, write } from '../data/api.js';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { Attempt } from '../parts/attempt.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { area } from '../parts/field.js';
import { term, text, words } from '../words/language.js';
import { responsibilityFields } from './responsibility-fields.js';

const w = words({
  title: ['尚未落实责任', 'Not yet assigned'],
  none: ['全部对象都已落实责任。', 'Everything is assigned.'],
  how: ['勾选一项或多项，填写责任后一并下达。已下达的责任须经“调整”更改。', 'Tick one or several, say who answers for them, and assign them at once. What is assigned already changes by an adjustment.'],
  all: ['全选', 'All'],
  choose: ['选择 {0}', 'Choose {0}'],
  provisional: ['暂定：{0}', 'for now: {0}'],
  assign: ['下达 {0} 项', 'Assign {0}'],
  reason: ['理由', 'Reason'],
  lead: ['须选择牵头部门。', 'A lead department is needed.'],
  ask: ['下达 {0} 项责任？', 'Assign {0} subjects?'],
  'ask-what': ['下达之后只能经有文号的调整更改。', 'Once assigned this changes only by an adjustment with its reference.'],
  done: ['已下达 {0} 项。', '{0} assigned.'],
});

/** What nobody answers for yet, or only provisionally; several are assigned at once. */
class Assign extends Element {
  static properties = { chosen: { state: true }, value: { state: true }, reason: { state: true }, attempted: { state: true }, done: { state: true } };

  chosen = new Set();
  value = { lead: '', assisting: [], deadline: null, measures: null };
  reason = '';
  attempted = false;
  done = 0;
  open = new Resource(this, () => planPath('/unassigned'));
  attempt = new Attempt(this, { stale: () => this.open.reload() });

  constructor() {
    super();
    new Following(this, current);
  }

  render() {
    return html`<section class="card" aria-labelledby="assign">
      <h2 id="assign">${w('title')}</h2>
      <div role="status">${this.done > 0 ? html`<p class="writing-state sent">${w('done', this.done)}</p>` : nothing}</div>
      ${this.open.show(({ items }) => (items.length === 0 ? html`<p>${w('none')}</p>` : this.#form(items)))}
    </section>`;
  }

  #form(items) {
    const chosen = items.filter((one) => this.chosen.has(one.subject));
    const error = (name) => (this.attempted && name === 'lead' && !this.value.lead ? w('lead') : this.attempt.at(`/${name}`));
    return html`<form novalidate @submit=${(event) => this.#send(event, chosen)}>
      <p class="fine">${w('how')}</p>
      <label class="check"><input type="checkbox" .checked=${chosen.length === items.length} .indeterminate=${chosen.length > 0 && chosen.length < items.length}
        @change=${(event) => (this.chosen = new Set(event.target.checked ? items.map((one) => one.subject) : []))} /> <span>${w('all')}</span></label>
      <ul class="choosing">
        ${repeat(items, (one) => one.subject, (one) => html`<li>
          <input type="checkbox" id=${one.subject} .checked=${this.chosen.has(one.subject)} aria-label=${w('choose', text(one.name))} @change=${(event) => this.#toggle(one.subject, event.target.checked)} />
          <label for=${one.subject}>${text(one.name)}</label>
          <span class="fine">${term('subject', one.kind)} <a href=${page(`${one.kind}s/${one.id}`)}>${one.id}</a>${one.lead ? html` · ${w('provisional', text(current.value.departments.find((d) => d.id === one.lead)?.name) || one.lead)}` : nothing}</span>
        </li>`)}
      </ul>
      <div class="fields">
        ${responsibilityFields(this.value, (changed) => (this.value = { ...this.value, ...changed }), error)}
        ${area({ id: 'assign-reason', label: w('reason'), value: this.reason, rows: 2, changed: (value) => (this.reason = value) })}
      </div>
      ${this.attempt.show()}
      <p class="actions"><button type="submit" ?disabled=${this.attempt.busy || chosen.length === 0}>${w('assign', chosen.length)}</button></p>
    </form>`;
  }

  #toggle(subject, on) {
    const chosen = new Set(this.chosen);
    if (on) {
      chosen.add(subject);
    } else {
      chosen.delete(subject);
    }
    this.chosen = chosen;
  }

  async #send(event, chosen) {
    event.preventDefault();
    this.attempted = true;
    this.done = 0;
    if (!this.value.lead || !(await confirmed({ title: w('ask', chosen.length), body: w('ask-what'), yes: w('assign', chosen.length) }))) {
      return;
    }
    const body = { ...this.value, reason: this.reason.trim() || null };
    await this.attempt.run(async (key) => {
      // One after the other, so that what was refused is the first that is left.
      for (const one of chosen.filter((subject) => this.chosen.has(subject.subject))) {
        await write('PUT', planPath(`/${one.kind}s/${encodeURIComponent(one.id)}/responsibility`), body, { ifMatch: one.version, key: `${key}-${one.id}` });
        this.#toggle(one.subject, false);
        this.done++;
      }
    });
    await this.open.reload();
    this.attempted = false;
  }
}
customElements.define('tracker-assign', Assign);
