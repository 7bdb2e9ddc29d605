import { html, nothing } from 'lit';
import { newKey } from '../data/api.js';
import { words } from '../words/language.js';
import './problem.js';

const w = words({
  stale: ['其间已有变化，现已重新读取。请核对后再提交。', 'It has changed meanwhile and was read anew. Please look again, then send.'],
});

/**
 * A lit controller for one thing that is written: whether it is under way, and what was refused. What may have arrived is sent again under
 * the same key, so that it counts once.
 */
export class Attempt {
  #host;
  #stale;
  #act = null;
  #key = null;

  busy = false;
  problem = null;

  /** stale is called when what is written on has changed meanwhile. */
  constructor(host, { stale = () => {} } = {}) {
    this.#host = host;
    this.#stale = stale;
    host.addController(this);
  }

  /** act is given the key. The answer is its answer, or null where it was refused. */
  async run(act) {
    if (this.busy) {
      return null;
    }
    const open = this.problem && (this.problem.status === 0 || this.problem.status >= 500) && this.#act === act;
    this.#key = open ? this.#key : newKey();
    this.#act = act;
    this.busy = true;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      return await act(this.#key);
    } catch (problem) {
      if (problem.status === undefined) {
        throw problem;
      }
      this.problem = problem;
      if (problem.status === 412) {
        await this.#stale();
      }
      return null;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  clear() {
    this.problem = null;
    this.#host.requestUpdate();
  }

  /** What the server said of a field; null where it said nothing. */
  at(...pointers) {
    return this.problem?.body.errors?.find((error) => pointers.some((one) => error.pointer === one || error.pointer.startsWith(`${one}/`)))?.message ?? null;
  }

  show() {
    if (!this.problem) {
      return nothing;
    }
    return this.problem.status === 412
      ? html`<p class="caution" role="alert">${w('stale')}</p>`
      : html`<tracker-problem .problem=${this.problem} @again=${() => this.run(this.#act)}></tracker-problem>`;
  }

  hostConnected() {}
}
