import { html } from 'lit';
import { asOf, planPath } from '../data/api.js';
import { departmentName, zone } from '../data/current.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { dayOf } from '../format/times.js';
import { Element } from '../parts/element.js';
import { term, text, words } from '../words/language.js';

const w = words({
  title: ['预警', 'Early warnings'],
  latest: ['最新', 'Latest'],
  all: ['全部预警', 'All warnings'],
  none: ['没有未解除的预警。', 'No warning is open.'],
  seen: ['已签收', 'acknowledged'],
});

const SHOWN = 8;

/** The open warnings: how many of each rule, and the latest. */
class Warned extends Element {
  static properties = { plan: { attribute: false } };

  latest = new Resource(this, () => asOf(planPath('/warnings'), { state: 'open', sort: '-since', limit: SHOWN }));

  render() {
    const rules = Object.entries(this.plan.warnings).sort(([, one], [, other]) => other - one);
    return html`<section class="card" aria-labelledby="warned">
      <h2 id="warned"><a href=${page('warnings')}>${w('title')}</a></h2>
      <ul class="rules">
        ${rules.map(([rule, count]) => html`<li><a href=${page('warnings', { rule })}>${term('rule', rule)} <b>${count}</b></a></li>`)}
      </ul>
      <h3>${w('latest')}</h3>
      ${this.latest.show(({ items }) =>
        items.length === 0
          ? html`<p>${w('none')}</p>`
          : html`<ul class="latest">
              ${items.map(
                (warning) => html`<li>
                  <a href=${page(`${warning.kind}s/${warning.subjectId}`)}>${text(warning.name)}</a>
                  <span class="rule">${term('rule', warning.rule)}</span>
                  <span class="fine">${dayOf(warning.since, zone())} · ${departmentName(warning.department)}${warning.acknowledgement ? ` · ${w('seen')}` : ''}</span>
                </li>`,
              )}
            </ul>`,
      )}
      <p class="more"><a href=${page('warnings')}>${w('all')}</a></p>
    </section>`;
  }
}
customElements.define('tracker-warned', Warned);
