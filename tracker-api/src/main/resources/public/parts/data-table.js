import { html } from 'lit';
import { csv } from '../format/csv.js';

/**
 * The data of a chart: {columns: [{label, number?}], rows: [[cell]]}. A cell is what is shown, or {shown, raw} where a file has it plainer.
 */
export function dataTable({ columns, rows }, caption) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="data">
      <caption class="unseen">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col" class=${column.number ? 'number' : ''}>${column.label}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${row.map((cell, index) =>
              index === 0
                ? html`<th scope="row">${shown(cell)}</th>`
                : html`<td class=${columns[index].number ? 'number' : ''}>${shown(cell)}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The same as a CSV file; `notes` are columns that every row ends with, [[label, value]]. */
export function dataFile({ columns, rows }, notes = []) {
  const head = [...columns.map((column) => column.label), ...notes.map(([label]) => label)];
  const body = rows.map((row) => [...row.map(raw), ...notes.map(([, value]) => value)]);
  return new Blob([csv([head, ...body])], { type: 'text/csv;charset=utf-8' });
}

function shown(cell) {
  return cell?.shown ?? cell ?? '–';
}

function raw(cell) {
  return cell !== null && typeof cell === 'object' && 'raw' in cell ? cell.raw : cell;
}
