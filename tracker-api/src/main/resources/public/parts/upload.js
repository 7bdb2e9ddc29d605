import { html, nothing } from 'lit';
import { words } from '../words/language.js';
import { Element } from './element.js';

const w = words({ choose: ['选择文件', 'Choose a file'], drop: ['或拖放到此处', 'or drop it here'] });

let count = 0;

/** A place to choose or drop files. Fires `files` with an array of File as its detail. */
class Upload extends Element {
  static properties = {
    label: { attribute: false },
    accept: { attribute: false },
    multiple: { type: Boolean },
    busy: { type: Boolean },
    over: { state: true },
  };

  over = false;
  #id = `upload-${++count}`;

  render() {
    return html`<div class="upload ${this.over ? 'over' : ''}"
      @dragover=${(event) => { event.preventDefault(); this.over = true; }}
      @dragleave=${() => (this.over = false)}
      @drop=${(event) => { event.preventDefault(); this.over = false; this.#take(event.dataTransfer.files); }}>
      <input type="file" class="unseen" id=${this.#id} accept=${this.accept ?? nothing} ?multiple=${this.multiple} ?disabled=${this.busy}
        @change=${(event) => { this.#take(event.target.files); event.target.value = ''; }} />
      <label class="button plain" for=${this.#id}>${this.label ?? w('choose')}</label>
      <span class="fine">${w('drop')}</span>
    </div>`;
  }

  #take(list) {
    const files = [...list];
    if (files.length > 0 && !this.busy) {
      this.dispatchEvent(new CustomEvent('files', { detail: this.multiple ? files : files.slice(0, 1) }));
    }
  }
}
customElements.define('tracker-upload', Upload);
