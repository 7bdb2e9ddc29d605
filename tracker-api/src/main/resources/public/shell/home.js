import { html } from 'lit';
import { go, page, place } from '../data/place.js';
import { Following } from '../data/observable.js';
import { Resource } from '../data/resource.js';
import { session } from '../data/session.js';
import { Element } from '../parts/element.js';
import { text, words } from '../words/language.js';

const w = words({
  title: ['规划', 'Plans'],
  none: ['还没有登记规划。', 'No plan is registered yet.'],
});

const TO = { '/': '', '/wall': 'wall' };

/** The first page: goes on to the plan that was looked at last, else to the first that is no demonstration. */
class Home extends Element {
  plans = new Resource(this, () => '/api/v1/plans');

  constructor() {
    super();
    new Following(this, session);
  }

  updated() {
    const items = this.plans.value?.items ?? [];
    const last = items.find((plan) => plan.id === localStorage.getItem('plan'));
    const first = last ?? items.find((plan) => !plan.simulated) ?? items[0];
    if (first && session.value !== undefined) {
      go(page(session.value === null ? 'public' : TO[place.value.path], {}, first.id), { replace: true });
    }
  }

  render() {
    return html`<h1>${w('title')}</h1>
      ${this.plans.show(({ items }) =>
        items.length === 0
          ? html`<p>${w('none')}</p>`
          : html`<ul>
              ${items.map((plan) => html`<li><a href=${page('', {}, plan.id)}>${text(plan.name)}</a></li>`)}
            </ul>`,
      )}`;
  }
}

customElements.define('tracker-home', Home);
