import { html, nothing } from 'lit';
import { newKey, planPath, write } from '../data/api.js';
import { current, today } from '../data/current.js';
import { Following } from '../data/observable.js';
import { moment, page, plan } from '../data/place.js';
import { session } from '../data/session.js';
import { period as said } from '../format/times.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { check, select } from '../parts/field.js';
import '../parts/problem.js';
import { rowFaults } from '../parts/row-faults.js';
import '../parts/upload.js';
import { words } from '../words/language.js';
import { endedPeriods } from './periods.js';

const w = words({
  title: ['整表上报', 'Upload a sheet'],
  download: ['一、下载填报表', '1. Download the sheet'],
  period: ['时期', 'Period'],
  years: ['全年', 'Whole years'],
  halves: ['半年', 'Half-years'],
  quarters: ['季度', 'Quarters'],
  months: ['月份', 'Months'],
  get: ['下载 {0} 的填报表（Excel）', 'Download the sheet for {0} (Excel)'],
  fill: ['二、填写后选择文件', '2. Fill it in and choose it'],
  'fill-hint': ['也可用 CSV。没有填数的行不计；与已记录内容相同的行自动跳过；更正已报时期须填“理由”列。先试读，确认后才导入。', 'CSV works too. Rows without anything filled in do not count, rows that say what is recorded already are passed over, and correcting a reported period needs the reason column. It is tried first and taken in only once you confirm.'],
  file: ['文件：{0}', 'File: {0}'],
  trying: ['正在试读…', 'Trying it…'],
  importing: ['正在导入…', 'Taking it in…'],
  summary: ['三、试读结果', '3. What it would do'],
  done: ['已导入', 'Taken in'],
  accepted: ['可接受 {0} 行', '{0} rows accepted'],
  taken: ['已记录 {0} 行', '{0} rows recorded'],
  ignored: ['重复而忽略 {0} 行', '{0} rows ignored as duplicates'],
  rows: ['第 {0} 行', 'rows {0}'],
  refused: ['有误 {0} 行', '{0} rows refused'],
  partial: ['只导入可接受的行，跳过有误的行', 'Take in the good rows and leave the others'],
  whole: ['有误时整表不导入；请改正后重新选择，或勾选上项。', 'With faults nothing is taken in: mend them and choose the file again, or tick the box above.'],
  nothing: ['没有可导入的行。', 'There is nothing to take in.'],
  take: ['导入', 'Take it in'],
  'take-ask': ['导入这份填报表？', 'Take this sheet in?'],
  'take-what': ['将记录 {0} 行。记录之后只能更正或撤回，不能删除。', '{0} rows will be recorded. Once recorded they can be corrected or taken back, not deleted.'],
  log: ['查看牵头事项', 'See what we lead'],
  past: ['正在查看历史某日，不能上报。', 'A past day is being looked at: nothing can be reported.'],
});

/** A department's sheet: downloaded, filled in, tried, and then taken in, whole or only its good rows. */
class Sheet extends Element {
  static properties = {
    department: { attribute: false },
    period: { state: true },
    file: { state: true },
    partial: { state: true },
    busy: { state: true },
    tried: { state: true },
    taken: { state: true },
    problem: { state: true },
  };

  period = null;
  file = null;
  partial = false;
  busy = null;
  tried = null;
  taken = null;
  problem = null;
  #key = null;

  constructor() {
    super();
    new Following(this, current, session);
  }

  render() {
    if (moment()) {
      return html`<p>${w('past')}</p>`;
    }
    const periods = (frequency) => endedPeriods(frequency, current.value, today()).map((one) => [one, said(one)]);
    const period = this.period ?? periods('year')[0]?.[0] ?? periods('month')[0]?.[0];
    return html`<section class="card sheet" aria-labelledby="sheet">
      <h2 id="sheet">${w('title')}</h2>
      <h3>${w('download')}</h3>
      <div class="choices">
        ${select({
          id: 'sheet-period',
          label: w('period'),
          value: period,
          options: [
            { label: w('years'), options: periods('year') },
            { label: w('halves'), options: periods('half-year') },
            { label: w('quarters'), options: periods('quarter') },
            { label: w('months'), options: periods('month') },
          ],
          changed: (value) => (this.period = value),
        })}
        <a class="button plain" download href=${planPath(`/reports/template.xlsx?department=${encodeURIComponent(this.department)}&period=${period}`)}>${w('get', said(period))}</a>
      </div>
      <h3>${w('fill')}</h3>
      <p class="fine">${w('fill-hint')}</p>
      <tracker-upload accept=".xlsx,.csv" .accept=${'.xlsx,.csv'} ?busy=${this.busy !== null} @files=${(event) => this.#choose(event.detail[0])}></tracker-upload>
      ${this.file ? html`<p class="file">${w('file', this.file.name)}</p>` : nothing}
      <div role="status">${this.busy ? html`<p>${w(this.busy)}</p>` : nothing}</div>
      ${this.problem ? this.#refusal() : nothing} ${this.tried ? this.#summary() : nothing} ${this.taken ? this.#result() : nothing}
    </section>`;
  }

  #refusal() {
    return html`<tracker-problem .problem=${this.problem} @again=${() => this.#try()}></tracker-problem>`;
  }

  #summary() {
    const { accepted, refused } = this.tried;
    const faulty = new Set(refused.map((one) => one.row)).size;
    const may = accepted > 0 && (faulty === 0 || this.partial);
    return html`<h3>${w('summary')}</h3>
      ${counts(this.tried, w('accepted', accepted), faulty)} ${refused.length > 0 ? rowFaults(refused) : nothing}
      ${faulty > 0 ? html`${check({ id: 'partial', label: w('partial'), value: this.partial, changed: (value) => (this.partial = value) })}
            <p class="fine">${w('whole')}</p>` : nothing}
      ${accepted === 0 ? html`<p>${w('nothing')}</p>` : nothing}
      <p class="actions"><button type="button" ?disabled=${!may || this.busy !== null} @click=${() => this.#take()}>${w('take')}</button></p>`;
  }

  #result() {
    const faulty = new Set(this.taken.refused.map((one) => one.row)).size;
    return html`<div class="writing-state sent" role="status" tabindex="-1">
      <h3>${w('done')}</h3>
      ${counts(this.taken, w('taken', this.taken.accepted), faulty)} ${this.taken.refused.length > 0 ? rowFaults(this.taken.refused) : nothing}
      <p><a href=${page('work', { department: this.department, part: 'led' })}>${w('log')}</a></p>
    </div>`;
  }

  #choose(file) {
    this.file = file;
    this.#key = newKey();
    this.partial = false;
    this.#try();
  }

  /** All faults are wanted, so it is tried as if the good rows were to be taken. */
  async #try() {
    this.taken = null;
    this.tried = null;
    await this.#send('trying', '?dryRun=true&partial=true', newKey(), (summary) => (this.tried = summary));
  }

  async #take() {
    if (await confirmed({ title: w('take-ask'), body: w('take-what', this.tried.accepted), yes: w('take') })) {
      // The same key for a second try after a cut: it counts once.
      await this.#send('importing', this.partial ? '?partial=true' : '', `${this.#key}${this.partial ? 'p' : ''}`, (summary) => {
        this.taken = summary;
        this.tried = null;
      });
      this.querySelector('.writing-state')?.focus();
    }
  }

  async #send(what, query, key, then) {
    this.busy = what;
    this.problem = null;
    try {
      const { body } = await write('POST', planPath(`/imports${query}`, plan()), this.file, { type: 'application/octet-stream', key });
      then(body);
    } catch (problem) {
      if (problem.status === undefined) {
        throw problem;
      }
      this.problem = problem;
    } finally {
      this.busy = null;
      await this.updateComplete;
    }
  }
}

function counts({ ignored }, first, faulty) {
  return html`<ul class="counts">
    <li><span aria-hidden="true">✓</span> ${first}</li>
    <li><span aria-hidden="true">＝</span> ${w('ignored', ignored.length)}${ignored.length > 0 ? html` <span class="fine">${w('rows', ignored.join('、'))}</span>` : nothing}</li>
    <li class=${faulty > 0 ? 'error' : ''}><span aria-hidden="true">✕</span> ${w('refused', faulty)}</li>
  </ul>`;
}
customElements.define('tracker-sheet', Sheet);
