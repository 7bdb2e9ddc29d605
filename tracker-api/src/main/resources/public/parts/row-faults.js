import { html, nothing } from 'lit';
import { words } from '../words/language.js';

const w = words({
  title: ['有误之处', 'Faults'],
  table: ['表', 'Table'],
  row: ['行', 'Row'],
  column: ['列', 'Column'],
  code: ['代码', 'Code'],
  message: ['说明', 'What is wrong'],
  more: ['另有 {0} 处，改正以上后再试。', '{0} more: mend these first.'],
});

const SHOWN = 200;

/** What is wrong with a file, by table (where it has several), row and column. */
export function rowFaults(faults) {
  const tables = new Set(faults.map((one) => one.table)).size > 1 || faults.some((one) => one.table && one.table !== 'reports');
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${w('title')}>
      <table class="row-faults">
        <thead>
          <tr>
            ${tables ? html`<th scope="col">${w('table')}</th>` : nothing}
            <th scope="col" class="number">${w('row')}</th>
            <th scope="col">${w('column')}</th>
            <th scope="col">${w('message')}</th>
            <th scope="col">${w('code')}</th>
          </tr>
        </thead>
        <tbody>
          ${faults.slice(0, SHOWN).map(
            (one) => html`<tr>
              ${tables ? html`<td>${one.table}</td>` : nothing}
              <td class="number">${one.row > 0 ? one.row : '–'}</td>
              <td>${one.column ?? '–'}</td>
              <td>${one.message}</td>
              <td><code>${one.code}</code></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${faults.length > SHOWN ? html`<p>${w('more', faults.length - SHOWN)}</p>` : nothing}`;
}
