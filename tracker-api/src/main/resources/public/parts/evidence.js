import { html, nothing } from 'lit';
import { planPath } from '../data/api.js';
import { may, session } from '../data/session.js';
import { words } from '../words/language.js';

const w = words({
  title: ['佐证', 'Evidence'],
  hash: ['SHA-256', 'SHA-256'],
});

/** The files that back a report. They are linked where the reader may take them; a department may take those that it handed in itself. */
export function evidenceList(evidence, actor) {
  if (!evidence?.length) {
    return nothing;
  }
  return html`<div class="evidence">
    <h4>${w('title')}</h4>
    <ul>
      ${evidence.map((one) => html`<li>${named(one, actor)} <span class="fine">${w('hash')} <code>${one.sha256}</code></span></li>`)}
    </ul>
  </div>`;
}

function named({ name, uri, sha256 }, actor) {
  if (uri === planPath(`/evidence/${sha256}`)) {
    const own = session.value?.role !== 'department' || session.value.department === actor?.department;
    return may('read-evidence') && own ? html`<a href=${uri} data-outside>${name}</a>` : html`<span>${name}</span>`;
  }
  // What lies elsewhere is linked by what it says, but only where that is an address of the web.
  return /^https?:\/\//.test(uri ?? '') ? html`<a href=${uri} rel="noopener noreferrer external">${name}</a>` : html`<span>${name}</span>`;
}
