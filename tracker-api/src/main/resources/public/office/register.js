import { html, nothing } from 'lit';
import { newKey, write } from '../data/api.js';
import { Following } from '../data/observable.js';
import { page } from '../data/place.js';
import { may, session } from '../data/session.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { input } from '../parts/field.js';
import '../parts/problem.js';
import { rowFaults } from '../parts/row-faults.js';
import '../parts/upload.js';
import { words } from '../words/language.js';

const w = words({
  title: ['登记规划', 'Register a plan'],
  how: ['选择一个装有各表 CSV 的 ZIP，或一个以各表为工作表的 Excel 工作簿。表的样式同第一个规划：plan、goals、categories、departments、units、indicators、projects、milestones、tasks 等。先试读，无误后才登记；一处有误则全不登记。', 'Choose a zip of CSV files, or a workbook with a sheet for each table. The tables are those of the first plan: plan, goals, categories, departments, units, indicators, projects, milestones, tasks and so on. It is tried first; with a single fault nothing is registered.'],
  choose: ['选择 ZIP 或工作簿', 'Choose a zip or a workbook'],
  simulated: ['演示规划的时钟起点（仅演示规划填写）', "Where a simulated plan's clock begins (of simulated plans only)"],
  file: ['文件：{0}', 'File: {0}'],
  trying: ['正在试读…', 'Trying it…'],
  registering: ['正在登记…', 'Registering…'],
  good: ['试读无误，将产生 {0} 个事件。', 'It can be registered: {0} events.'],
  bad: ['有 {0} 处错误，未登记。', '{0} faults: nothing was registered.'],
  register: ['登记', 'Register'],
  ask: ['登记这个规划？', 'Register this plan?'],
  'ask-what': ['登记之后不能删除，只能调整。', 'Once registered it cannot be removed, only adjusted.'],
  done: ['已登记。', 'It is registered.'],
  open: ['打开规划', 'Open the plan'],
  forbidden: ['只有规划主管部门可以登记规划。', 'This is for the planning office.'],
});

/** A plan is registered from its files: tried, its faults named by table, row and column, and registered whole or not at all. */
class Register extends Element {
  static properties = { file: { state: true }, at: { state: true }, busy: { state: true }, tried: { state: true }, problem: { state: true }, done: { state: true } };

  file = null;
  at = '';
  busy = null;
  tried = null;
  problem = null;
  done = null;
  #key = null;

  constructor() {
    super();
    new Following(this, session);
  }

  render() {
    if (!may('register')) {
      return html`<h1>${w('title')}</h1><p>${w('forbidden')}</p>`;
    }
    const rows = this.problem?.body.rows ?? [];
    return html`<div class="heading"><h1>${w('title')}</h1></div>
      <section class="card sheet">
        <p>${w('how')}</p>
        <div class="choices">
          ${input({ id: 'simulated', label: w('simulated'), type: 'date', value: this.at, changed: (value) => (this.at = value) })}
        </div>
        <tracker-upload .label=${w('choose')} .accept=${'.zip,.xlsx'} ?busy=${this.busy !== null} @files=${(event) => this.#choose(event.detail[0])}></tracker-upload>
        ${this.file ? html`<p class="file">${w('file', this.file.name)}</p>` : nothing}
        <div role="status">
          ${this.busy ? html`<p>${w(this.busy)}</p>` : nothing}
          ${this.tried ? html`<p>${w('good', this.tried.eventIds.length)}</p>` : nothing}
          ${this.done ? html`<div class="writing-state sent"><p>${w('done')} <a href=${page('', { asOf: null }, this.done)}>${w('open')}</a></p></div>` : nothing}
        </div>
        ${this.problem
          ? rows.length > 0
            ? html`<p class="error" role="alert">${w('bad', rows.length)}</p>${rowFaults(rows)}`
            : html`<tracker-problem .problem=${this.problem} @again=${() => this.#try()}></tracker-problem>`
          : nothing}
        <p class="actions"><button type="button" ?disabled=${!this.tried || this.busy !== null} @click=${() => this.#register()}>${w('register')}</button></p>
      </section>`;
  }

  #choose(file) {
    this.file = file;
    this.#key = newKey();
    this.#try();
  }

  async #try() {
    this.done = null;
    this.tried = null;
    this.tried = (await this.#send('trying', { dryRun: 'true' }, newKey()))?.body ?? null;
  }

  async #register() {
    if (await confirmed({ title: w('ask'), body: w('ask-what'), yes: w('register') })) {
      const answer = await this.#send('registering', {}, this.#key);
      if (answer) {
        this.done = decodeURIComponent(answer.location.split('/').pop());
        this.tried = null;
      }
    }
  }

  async #send(what, query, key) {
    const said = new URLSearchParams({ ...query, ...(this.at ? { simulatedAt: `${this.at}T00:00:00Z` } : {}) }).toString();
    this.busy = what;
    this.problem = null;
    try {
      return await write('POST', `/api/v1/plans${said ? `?${said}` : ''}`, this.file, { type: 'application/octet-stream', key });
    } catch (problem) {
      if (problem.status === undefined) {
        throw problem;
      }
      this.problem = problem;
      return null;
    } finally {
      this.busy = null;
    }
  }
}
customElements.define('tracker-register', Register);
