import { html, nothing, render } from 'lit';
import { words } from '../words/language.js';

const w = words({ yes: ['确认', 'Confirm'], no: ['取消', 'Cancel'] });

let count = 0;

/** Asks before something that cannot be undone, or that looks like a slip. True: it was confirmed. body is text or a lit template. */
export function confirmed({ title, body, yes = w('yes'), no = w('no') }) {
  const dialog = document.createElement('dialog');
  const id = `dialog-${++count}`;
  dialog.setAttribute('aria-labelledby', id);
  document.body.append(dialog);
  render(
    html`<form method="dialog">
      <h2 id=${id}>${title}</h2>
      ${body ? html`<div class="body">${body}</div>` : nothing}
      <p class="actions">
        <button type="submit" value="no" class="plain" autofocus>${no}</button>
        <button type="submit" value="yes">${yes}</button>
      </p>
    </form>`,
    dialog,
  );
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}
