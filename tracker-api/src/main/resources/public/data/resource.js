import { html, nothing } from 'lit';
import { get } from './api.js';
import { changes } from './live.js';
import { language } from '../words/language.js';
import { place } from './place.js';

/** How often at most an address is asked again because something changed. */
const PACE = 1_000;

/**
 * A lit controller for what an address answers. address() gives it, null for nothing yet; it is asked whenever that changes, and again
 * after changes of the plan that `concerns` says matter (any, unless said otherwise). value is the last answer, problem what was refused.
 */
export class Resource {
  #host;
  #address;
  #concerns;
  #load;
  #asked = null;
  #abort = null;
  #timer = null;
  #last = 0;
  #ends = [];

  value = undefined;
  problem = null;

  constructor(host, address, { concerns = () => true, load = get } = {}) {
    this.#host = host;
    this.#address = address;
    this.#concerns = concerns;
    this.#load = load;
    host.addController(this);
  }

  hostConnected() {
    this.#ends = [
      place.follow(() => this.#host.requestUpdate()),
      // Problems come in the reader's language.
      language.follow(() => this.problem && this.reload()),
      changes.follow((views) => views.some((view) => view === null || this.#concerns(view)) && this.#soon()),
    ];
  }

  hostDisconnected() {
    this.#ends.forEach((end) => end());
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#abort?.abort();
    this.#asked = null;
  }

  hostUpdate() {
    const address = this.#address();
    if (address !== this.#asked) {
      this.#asked = address;
      this.value = undefined;
      this.problem = null;
      if (address !== null) {
        this.reload();
      }
    }
  }

  async reload() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#last = performance.now();
    try {
      const value = await this.#load(this.#asked, { signal: abort.signal });
      if (!abort.signal.aborted) {
        this.value = value;
        this.problem = null;
      }
    } catch (cause) {
      if (abort.signal.aborted) {
        return;
      }
      if (cause.status === undefined) {
        throw cause;
      }
      this.problem = cause;
    }
    this.#host.requestUpdate();
  }

  /** What there is, or that it is waited for, or why there is none. What was there stays, with what is wrong above it. */
  show(render) {
    const fault = this.problem
      ? html`<tracker-problem .problem=${this.problem} @again=${() => this.reload()}></tracker-problem>`
      : nothing;
    if (this.value !== undefined) {
      return html`${fault}${render(this.value)}`;
    }
    return this.problem ? fault : html`<tracker-waiting></tracker-waiting>`;
  }

  #soon() {
    if (this.#timer === null && this.#asked !== null) {
      const since = performance.now() - this.#last;
      this.#timer = setTimeout(() => this.reload(), Math.max(0, PACE - since));
    }
  }
}
