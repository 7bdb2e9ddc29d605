// Input in Chinese or Japanese may turn the full-width signs into the plain ones.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const DECIMAL = /^[+-]?[0-9]+(\.[0-9]+)?$/;

/** Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8, and no text that would run as a formula (as the server's own). */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value) {
  const said = value === null || value === undefined ? '' : String(value);
  const safe = FORMULA.test(said) && !DECIMAL.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
