import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { asOf, planPath } from '../data/api.js';
import { ask, moment, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { figure, percent } from '../format/numbers.js';
import { period as said } from '../format/times.js';
import { Element } from '../parts/element.js';
import { input, select } from '../parts/field.js';
import { warned } from '../parts/indicator-row.js';
import { rating, ratingBar } from '../parts/rating.js';
import { term, text, words } from '../words/language.js';

const w = words({
  search: ['查找', 'Find'],
  kind: ['类别', 'Kind'],
  all: ['全部', 'All'],
  subject: ['对象', 'Subject'],
  state: ['评级', 'Rating'],
  value: ['最新', 'Latest'],
  act: ['操作', 'Act'],
  report: ['填报', 'Report'],
  none: ['没有符合的对象。', 'Nothing of that kind.'],
  title: ['牵头 {0} 项', '{0} subjects led'],
});

/** What a department leads, with how it stands and the way to its form. */
class Led extends Element {
  static properties = { department: { attribute: false } };

  rollUp = new Resource(this, () => asOf(planPath(`/departments/${encodeURIComponent(this.department)}`)));

  render() {
    return this.rollUp.show(({ items, ratings, count }) => {
      const query = place.value.query;
      const sought = (query.get('q') ?? '').trim().toLowerCase();
      const kind = query.get('kind');
      const found = items.filter(
        (one) => (!kind || one.kind === kind) && (!sought || `${one.id} ${one.name.zh} ${one.name.en}`.toLowerCase().includes(sought)),
      );
      return html`<section class="card" aria-labelledby="led">
        <h2 id="led">${w('title', count)}</h2>
        ${ratingBar(ratings)}
        <div class="choices">
          ${input({ id: 'q', label: w('search'), type: 'search', value: query.get('q') ?? '', changed: (value) => ask({ q: value }) })}
          ${select({
            id: 'kind',
            label: w('kind'),
            value: kind,
            empty: w('all'),
            options: ['indicator', 'project', 'task'].map((one) => [one, term('subject', one)]),
            changed: (value) => ask({ kind: value }),
          })}
        </div>
        ${found.length === 0
          ? html`<p>${w('none')}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="led">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${w('subject')}</th>
                    <th scope="col">${w('state')}</th>
                    <th scope="col" class="number">${w('value')}</th>
                    ${moment() ? nothing : html`<th scope="col"><span class="unseen">${w('act')}</span></th>`}
                  </tr>
                </thead>
                <tbody>
                  ${repeat(found, (one) => one.subject, (one) => this.#line(one))}
                </tbody>
              </table>
            </div>`}
      </section>`;
    });
  }

  #line(one) {
    const form = page('work', { department: place.value.query.get('department'), subject: one.subject, action: 'report' });
    return html`<tr>
      <th scope="row"><a class="name" href=${page(`${one.kind}s/${one.id}`)}>${text(one.name)}</a></th>
      <td>${one.rating ? rating(one.rating) : nothing} ${one.status ? html`<span class="fine">${term('status', one.status)}</span>` : nothing}${warned(one.warnings)}</td>
      <td class="number">
        ${one.kind === 'project' ? html`${figure(one.invested, one.unit)}${one.completion === null ? nothing : html` <span class="fine">${percent(one.completion, 0)}</span>`}` : figure(one.value, one.unit)}
        <span class="fine">${one.period ? said(one.period) : nothing}</span>
      </td>
      ${moment() ? nothing : html`<td><a class="button plain" href=${form} aria-label="${w('report')}: ${text(one.name)}">${w('report')}</a></td>`}
    </tr>`;
  }
}
customElements.define('tracker-led', Led);
