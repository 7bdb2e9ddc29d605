import { html, nothing } from 'lit';
import { Element } from '../parts/element.js';
import { words } from '../words/language.js';
import { canCheck, checkEvent } from './check.js';

const w = words({
  title: ['在本浏览器中核验', 'Checked in this browser'],
  note: [
    '以下各步由本浏览器计算，不采信服务器的结论。',
    'Each step is computed in this browser; the server’s word is not taken for it.',
  ],
  check: ['核验', 'Check'],
  checking: ['正在计算…', 'Computing…'],
  insecure: [
    '浏览器只在 https 或本机地址下提供摘要与签名计算。请以 https 打开本页，或用命令行核验。',
    'Browsers lend their hashes and signatures only to pages that come by https or from this machine. Open this page by https, or verify on the command line.',
  ],
  hashed: ['事件的字节得出其摘要，且含其标识', 'The event’s bytes give its hash, and hold its ids'],
  chained: ['前一事件的摘要在其中', 'The hash of the subject’s event before is in them'],
  first: ['对象的首个事件，之前没有', 'The subject’s first event: there is none before'],
  included: ['事件在检查点之下的日志树中', 'The event is in the tree under the checkpoint'],
  signed: ['检查点的签名有效', 'The checkpoint’s signature is good'],
  extended: ['日志延续了本浏览器保存的检查点', 'The log extends the checkpoint that this browser kept'],
  'kept-first': ['本浏览器首次保存检查点', 'The first checkpoint that this browser keeps'],
  good: ['成立', 'holds'],
  bad: ['不成立', 'does not hold'],
  whole: ['全部成立：该事件自签名以来未被更改。', 'All hold: the event has not been changed since it was signed.'],
  broken: ['核验未通过：请立即保存本页与导出文件。', 'It does not verify: keep this page and an export at once.'],
});

/** The proof of one event, step by step. */
class ProofSteps extends Element {
  static properties = { event: { attribute: false }, steps: { state: true }, busy: { state: true }, fault: { state: true } };

  steps = null;
  busy = false;
  fault = null;

  willUpdate(changed) {
    if (changed.has('event')) {
      this.steps = null;
      this.fault = null;
      if (canCheck()) {
        this.#check();
      }
    }
  }

  async #check() {
    const event = this.event;
    this.busy = true;
    try {
      const steps = await checkEvent(event);
      if (event === this.event) {
        this.steps = steps;
      }
    } catch (fault) {
      this.fault = fault;
    }
    this.busy = false;
  }

  render() {
    return html`<section class="card proof" aria-busy=${this.busy}>
      <h2>${w('title')}</h2>
      ${canCheck() ? html`<p class="fine">${w('note')}</p>` : html`<p role="alert">${w('insecure')}</p>`}
      ${this.busy ? html`<p role="status">${w('checking')}</p>` : nothing}
      ${this.fault ? html`<p role="alert">${this.fault.message}</p>` : nothing} ${this.steps ? this.#steps(this.steps) : nothing}
    </section>`;
  }

  #steps(steps) {
    const whole = steps.every((step) => step.good);
    return html`<ol class="steps">
        ${steps.map(
          (step) => html`<li class=${step.good ? 'good' : 'bad'}>
            <span class="sign" aria-hidden="true">${step.good ? '✓' : '✗'}</span> ${w(step.name)}
            <b>${w(step.good ? 'good' : 'bad')}</b> ${step.said ? html`<code>${step.said}</code>` : nothing}
          </li>`,
        )}
      </ol>
      <p role="status" class="verdict ${whole ? 'good' : 'bad'}">${w(whole ? 'whole' : 'broken')}</p>`;
  }
}
customElements.define('tracker-proof-steps', ProofSteps);
