import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { planPath, write } from '../data/api.js';
import { number } from '../format/numbers.js';
import { Element } from '../parts/element.js';
import '../parts/upload.js';
import { words } from '../words/language.js';

const w = words({
  title: ['佐证材料', 'Evidence'],
  add: ['添加文件', 'Add files'],
  remove: ['移除 {0}', 'Remove {0}'],
  sending: ['正在上传…', 'Uploading…'],
  again: ['重试', 'Try again'],
  failed: ['未能上传：{0}', 'Not uploaded: {0}'],
  unreachable: ['无法连接服务器', 'the server cannot be reached'],
  size: ['{0} KB', '{0} KB'],
});

/** The files that a report cites. Each is handed in as it is chosen; what is cited is its name, address and SHA-256. Fires `changed` with the new list. */
class EvidenceList extends Element {
  static properties = { items: { attribute: false }, error: { attribute: false }, pending: { state: true } };

  items = [];
  pending = [];
  #underWay = new Set();

  #take(files) {
    const added = files.map((file) => ({ file, problem: null }));
    this.pending = [...this.pending, ...added];
    added.forEach((one) => this.#begin(one));
  }

  #begin(one) {
    const going = this.#hand(one).finally(() => this.#underWay.delete(going));
    this.#underWay.add(going);
  }

  /** Once nothing is under way any more: whether all that was chosen has been handed in. */
  async settled() {
    await Promise.allSettled(this.#underWay);
    return this.pending.length === 0;
  }

  async #hand(one) {
    one.problem = null;
    this.requestUpdate();
    try {
      const name = encodeURIComponent(one.file.name.slice(0, 200));
      const type = one.file.type || 'application/octet-stream';
      const { body } = await write('POST', planPath(`/evidence?name=${name}`), one.file, { type });
      const cited = { name: body.name, uri: body.uri, sha256: body.sha256, size: body.size };
      this.pending = this.pending.filter((other) => other !== one);
      this.#tell([...this.items.filter((item) => item.sha256 !== cited.sha256), cited]);
    } catch (problem) {
      if (problem.status === undefined) {
        throw problem;
      }
      one.problem = problem;
      this.requestUpdate();
    }
  }

  #tell(items) {
    this.items = items;
    this.dispatchEvent(new CustomEvent('changed', { detail: items }));
  }

  render() {
    return html`<fieldset class="evidence wide">
      <legend>${w('title')}</legend>
      <ul>
        ${repeat(
          this.items,
          (item) => item.sha256,
          (item) => html`<li>
            <span class="file">${item.name ?? item.sha256}</span>
            ${item.size ? html`<span class="fine">${w('size', number(Math.max(item.size / 1024, 0.1), 1))}</span>` : nothing}
            <code class="fine" title=${item.sha256}>${item.sha256.slice(0, 12)}…</code>
            <button type="button" class="quiet" aria-label=${w('remove', item.name ?? item.sha256)} @click=${() => this.#tell(this.items.filter((one) => one !== item))}>✕</button>
          </li>`,
        )}
        ${this.pending.map(
          (one) => html`<li>
            <span class="file">${one.file.name}</span>
            ${one.problem
              ? html`<span class="error" role="alert">${w('failed', one.problem.status === 0 ? w('unreachable') : one.problem.message)}</span>
                  <button type="button" class="plain" @click=${() => this.#begin(one)}>${w('again')}</button>`
              : html`<span class="fine" role="status">${w('sending')}</span>`}
            <button type="button" class="quiet" aria-label=${w('remove', one.file.name)} @click=${() => (this.pending = this.pending.filter((other) => other !== one))}>✕</button>
          </li>`,
        )}
      </ul>
      <tracker-upload multiple .label=${w('add')} @files=${(event) => this.#take(event.detail)}></tracker-upload>
      ${this.error ? html`<p class="error">${this.error}</p>` : nothing}
    </fieldset>`;
  }
}
customElements.define('tracker-evidence', EvidenceList);
