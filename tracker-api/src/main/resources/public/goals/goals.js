import { html, nothing } from 'lit';
import { asOf, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { Element } from '../parts/element.js';
import { lineTable } from '../parts/line-table.js';
import { ratingBar } from '../parts/rating.js';
import { rollUp } from '../parts/roll-up.js';
import { text, words } from '../words/language.js';

const w = words({ title: ['目标', 'Goals'], indicators: ['{0} 项指标', '{0} indicators'], made: ['由这些指标构成', 'Made of these indicators'] });

/** The plan's goals, each with how its indicators stand. */
class Goals extends Element {
  constructor() {
    super();
    new Following(this, current);
  }

  render() {
    return html`<h1>${w('title')}</h1>
      ${(current.value?.goals ?? []).map(
        (goal) => html`<section class="card stacked">
          <h2><a href=${page(`goals/${goal.id}`)}>${text(goal.name)}</a></h2>
          <p class="fine">${w('indicators', goal.indicators)}</p>
          ${ratingBar(goal.ratings)}
        </section>`,
      )}`;
  }
}
customElements.define('tracker-goals', Goals);

/** One goal, down to its indicators. */
class Goal extends Element {
  static properties = { subject: { attribute: false } };

  goal = new Resource(this, () => (this.subject ? asOf(planPath(`/goals/${encodeURIComponent(this.subject)}`)) : null));

  render() {
    return this.goal.show(
      (goal) => html`<h1>${text(goal.name)}</h1>
        ${rollUp(goal, {})}
        <h2>${w('made')}</h2>
        ${lineTable(goal.items)}${nothing}`,
    );
  }
}
customElements.define('tracker-goal', Goal);
