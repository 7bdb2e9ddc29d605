import { html } from 'lit';
import { words } from '../words/language.js';
import { Element } from './element.js';

const w = words({ waiting: ['正在读取…', 'Loading…'] });

/** Said while something is waited for. */
class Waiting extends Element {
  render() {
    return html`<p class="waiting" role="status">${w('waiting')}</p>`;
  }
}
customElements.define('tracker-waiting', Waiting);
