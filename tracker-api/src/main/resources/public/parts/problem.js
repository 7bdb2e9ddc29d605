import { html, nothing } from 'lit';
import { words } from '../words/language.js';
import { Element } from './element.js';
import { signIn } from './sign-in.js';

const w = words({
  unreachable: ['无法连接服务器。', 'The server cannot be reached.'],
  status: ['服务器答复 {0}。', 'The server answered {0}.'],
  again: ['重试', 'Try again'],
  more: ['说明', 'What this means'],
});

/** What was refused and why, with what can be done about it. Fires `again`. */
class ProblemNote extends Element {
  static properties = { problem: { attribute: false } };

  render() {
    const { status, body } = this.problem;
    const title = status === 0 ? w('unreachable') : (body.title ?? w('status', status));
    return html`<div class="problem" role="alert">
      <p><strong>${title}</strong> ${body.detail ?? nothing}</p>
      ${body.errors?.length
        ? html`<ul>
            ${body.errors.map((error) => html`<li>${error.pointer ? html`<code>${error.pointer}</code> ` : nothing}${error.message}</li>`)}
          </ul>`
        : nothing}
      <p class="actions">
        ${status === 401
          ? signIn()
          : html`<button type="button" @click=${() => this.dispatchEvent(new Event('again'))}>${w('again')}</button>`}
        ${body.type ? html`<a href=${body.type} data-outside>${w('more')}</a>` : nothing}
      </p>
    </div>`;
  }
}
customElements.define('tracker-problem', ProblemNote);
