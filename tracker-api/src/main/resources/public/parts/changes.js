import { html, nothing } from 'lit';
import { words } from '../words/language.js';
import { fieldChanges } from './history-changes.js';

const w = words({ field: ['项目', 'Field'], from: ['原来', 'Before'], to: ['现在', 'After'] });

/** What was changed of a subject, field by field: as it was, as it is. changes is [{field, from, to}], view the subject's. */
export function changesTable(changes, view) {
  const lines = fieldChanges(changes, view);
  return lines.length === 0 ? nothing : linesTable(lines);
}

/** The same of what fieldChanges said already. */
export function linesTable(lines) {
  return html`<table class="changes">
    <thead class="unseen"><tr><th scope="col">${w('field')}</th><th scope="col">${w('from')}</th><th scope="col">${w('to')}</th></tr></thead>
    <tbody>
      ${lines.map(
        ({ label, from, to }) => html`<tr>
          <th scope="row">${label}</th>
          <td class="from">${from ?? '–'}</td>
          <td class="to"><span aria-hidden="true">→ </span>${to ?? '–'}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
