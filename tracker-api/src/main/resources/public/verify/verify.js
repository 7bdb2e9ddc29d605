import { html, nothing } from 'lit';
import { get, planPath, write } from '../data/api.js';
import { zone } from '../data/current.js';
import { Resource } from '../data/resource.js';
import { time } from '../format/times.js';
import { Element } from '../parts/element.js';
import '../parts/problem.js';
import { canCheck } from '../proof/check.js';
import { forget, kept } from '../proof/keeper.js';
import { checkLog, keepChecked } from '../proof/log-check.js';
import { parseCheckpoint } from '../proof/note.js';
import { words } from '../words/language.js';

const w = words({
  title: ['核验日志', 'Verify the log'],
  note: [
    '检查点是对整个日志的签名摘要。本浏览器保存所见的最大检查点，之后的日志必须延续它，否则历史已被改动。',
    'A checkpoint is a signed digest of the whole log. This browser keeps the largest one it has seen; whatever the log becomes must extend it, or its past was changed.',
  ],
  here: ['在本浏览器中核验', 'Check in this browser'],
  insecure: ['请以 https 或本机地址打开本页。', 'Open this page by https, or on the machine itself.'],
  server: ['由服务器重读全部日志', 'Let the server read the whole log again'],
  'server-note': ['服务器逐字节重读 Kafka 中的日志并报告；这是服务器的结论。', 'The server reads the log in Kafka byte by byte and reports; that is the server’s word.'],
  kept: ['本浏览器保存的：{0} 个事件，{1}', 'Kept in this browser: {0} events, {1}'],
  'kept-none': ['本浏览器尚未保存检查点。', 'This browser keeps no checkpoint yet.'],
  forget: ['丢弃保存的检查点', 'Forget what is kept'],
  'forget-sure': ['丢弃后，此前的历史将无法在本浏览器中比对。确定？', 'What lies before can then no longer be held against the log here. Forget it?'],
  good: ['成立：{0} 个事件，签名者 {1}，延续所保存的检查点。', 'It holds: {0} events, signed by {1}, and extends what was kept.'],
  first: ['签名有效：{0} 个事件，签名者 {1}；已在本浏览器保存。', 'The signature is good: {0} events, signed by {1}; kept in this browser.'],
  bad: ['不成立：日志不延续本浏览器保存的检查点，或签名无效。', 'It does not hold: the log does not extend what this browser kept, or a signature is bad.'],
  sound: ['服务器报告：未发现改动；{1} 个规划、{2} 个对象的 {0} 个事件。', 'The server reports: no change was found in {0} events of {2} subjects of {1} plans.'],
  findings: ['服务器报告了 {0} 处问题，首个在', 'The server reports {0} findings; the first is at'],
  checkpoints: ['已签名的检查点', 'Signed checkpoints'],
  size: ['事件数', 'Events'],
  signed: ['签名时间', 'Signed'],
  root: ['根摘要', 'Root'],
  by: ['签名者', 'By'],
  none: ['尚无检查点。', 'There is no checkpoint yet.'],
  archive: ['下载签名的日志存档', 'Download the signed archive'],
  'archive-note': ['存档可用命令行离线核验，无需信任服务器。', 'The archive is verified offline on the command line, without trust in the server.'],
  trust: ['签名公钥', 'Keys that sign'],
});

/** The log as a whole: what was signed of it, and whether it extends what this browser has kept. */
class Verify extends Element {
  static properties = { verdict: { state: true }, problem: { state: true }, report: { state: true } };

  verdict = null;
  problem = null;
  report = null;
  checkpoints = new Resource(this, () => planPath('/audit/checkpoints?limit=20'), { concerns: () => false });
  trust = new Resource(this, () => '/api/v1/audit/trust', { concerns: () => false });

  render() {
    return html`<h1>${w('title')}</h1>
      <p>${w('note')}</p>
      <p class="actions">
        <button type="button" ?disabled=${!canCheck()} @click=${() => this.#here()}>${w('here')}</button>
        <button type="button" class="plain" @click=${() => this.#server()}>${w('server')}</button>
        <a href="/api/v1/audit/archive" download="log.avro" data-outside>${w('archive')}</a>
      </p>
      ${canCheck() ? nothing : html`<p role="alert">${w('insecure')}</p>`}
      ${this.problem ? html`<tracker-problem .problem=${this.problem} @again=${() => (this.problem = null)}></tracker-problem>` : nothing}
      ${this.verdict ? html`<p role="status" class="verdict ${this.verdict.good ? 'good' : 'bad'}">${this.verdict.said()}</p>` : nothing}
      ${this.report ? this.#report() : nothing} ${this.checkpoints.show(({ items }) => this.#table(items))}
      <p class="fine">${w('server-note')} ${w('archive-note')}</p>
      ${this.trust.show(
        ({ keys }) => html`<h2>${w('trust')}</h2>
          <ul class="keys">${keys.map((key) => html`<li><code>${key}</code></li>`)}</ul>`,
      )}`;
  }

  #table(items) {
    if (items.length === 0) {
      return html`<p>${w('none')}</p>`;
    }
    const { origin } = parseCheckpoint(items[0].note);
    const known = kept(origin);
    return html`<p class="fine">
        ${known ? w('kept', known.size, time(known.at, zone())) : w('kept-none')}
        ${known ? html`<button type="button" class="quiet" @click=${() => this.#forget(origin)}>${w('forget')}</button>` : nothing}
      </p>
      <h2>${w('checkpoints')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${w('checkpoints')}>
        <table>
          <thead><tr><th scope="col" class="number">${w('size')}</th><th scope="col">${w('signed')}</th><th scope="col">${w('root')}</th><th scope="col">${w('by')}</th></tr></thead>
          <tbody>
            ${items.map((one) => html`<tr><td class="number">${one.size}</td><td>${time(one.time, zone())}</td><td><code>${one.root}</code></td><td>${one.signers.join(', ')}</td></tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  #forget(origin) {
    if (confirm(w('forget-sure'))) {
      forget(origin);
      this.verdict = null;
      this.requestUpdate();
    }
  }

  /** By any event: its proof carries the newest checkpoint, and that it extends what is kept. */
  async #here() {
    this.verdict = null;
    this.problem = null;
    try {
      const { items } = await get(planPath('/events?limit=1'));
      const log = await checkLog(items[0].id);
      const good = log.signers.length > 0 && log.extended;
      if (good) {
        keepChecked(log);
      }
      const word = good ? (log.before ? 'good' : 'first') : 'bad';
      this.verdict = { good, said: () => `${w(word, log.checkpoint.size, log.signers.join(', '))} ${log.fault ?? ''}` };
      await this.checkpoints.reload();
    } catch (fault) {
      this.#failed(fault);
    }
  }

  async #server() {
    this.problem = null;
    this.report = null;
    try {
      this.report = (await write('POST', planPath('/audit/verify'), undefined)).body;
    } catch (fault) {
      this.#failed(fault);
    }
  }

  #failed(fault) {
    if (fault.status === undefined) {
      this.verdict = { good: false, said: () => `${w('bad')} ${fault.message}` };
    } else {
      this.problem = fault;
    }
  }

  /** What was verified is counted; of what was found, the first are named. */
  #report() {
    const { verified, events, plans, subjects, findings, first, problems } = this.report;
    return html`<section class="card" role="status">
      ${verified
        ? html`<p class="verdict good">${w('sound', events, plans, subjects)}</p>`
        : html`<p class="verdict bad">${w('findings', findings)} ${first}</p>
            <ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul>`}
    </section>`;
  }
}
customElements.define('tracker-verify', Verify);
