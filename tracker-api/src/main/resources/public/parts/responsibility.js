import { html, nothing } from 'lit';
import { departmentName } from '../data/current.js';
import { page } from '../data/place.js';
import { day } from '../format/times.js';
import { term, words } from '../words/language.js';

const w = words({
  title: ['责任', 'Responsibility'],
  none: ['还没有牵头部门。', 'No department leads this yet.'],
  provisional: ['牵头部门待确认', 'The lead is not confirmed yet'],
});

/** Who answers for a subject, by when, by which measures. */
export function responsibility(of) {
  return html`<section class="card responsibility" aria-labelledby="responsibility">
    <h2 id="responsibility">${w('title')}</h2>
    ${of ? assigned(of) : html`<p>${w('none')}</p>`}
  </section>`;
}

function assigned(of) {
  return html`<dl class="facts">
    <div><dt>${term('field', 'lead')}</dt><dd>${departmentLink(of.lead)}${of.provisional ? html`<br /><span class="fine">${w('provisional')}</span>` : nothing}</dd></div>
    ${of.assisting.length
      ? html`<div><dt>${term('field', 'assisting')}</dt><dd>${of.assisting.map((id, index) => html`${index ? '、' : ''}${departmentLink(id)}`)}</dd></div>`
      : nothing}
    ${of.deadline ? html`<div><dt>${term('field', 'deadline')}</dt><dd>${day(of.deadline)}</dd></div>` : nothing}
    ${of.measures ? html`<div><dt>${term('field', 'measures')}</dt><dd>${of.measures}</dd></div>` : nothing}
  </dl>`;
}

/** A department by its name, which leads to its page. */
export function departmentLink(id) {
  return id ? html`<a href=${page(`departments/${id}`)}>${departmentName(id)}</a>` : '–';
}
