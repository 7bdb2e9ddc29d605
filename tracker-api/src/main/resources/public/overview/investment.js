import { html } from 'lit';
import { unitName } from '../data/current.js';
import { page } from '../data/place.js';
import { number, percent } from '../format/numbers.js';
import { Element } from '../parts/element.js';
import { text, words } from '../words/language.js';

const w = words({
  title: ['分类投资', 'Investment by category'],
  category: ['类别', 'Category'],
  planned: ['计划', 'Planned'],
  invested: ['完成', 'Invested'],
  share: ['比例', 'Share'],
  unit: ['单位：{0}', 'In {0}'],
});

/** What is invested of what is planned, category by category. The bars are as long as the sums. */
class Investment extends Element {
  static properties = { plan: { attribute: false } };

  render() {
    const units = [...new Set(this.plan.categories.map((one) => one.unit))];
    return html`<section class="card" aria-labelledby="investment">
      <h2 id="investment"><a href=${page('map')}>${w('title')}</a></h2>
      ${units.map((unit) => this.#sums(unit, this.plan.categories.filter((one) => one.unit === unit)))}
    </section>`;
  }

  #sums(unit, categories) {
    return html`<table class="investment">
      <caption class="fine">${w('unit', unitName(unit))}</caption>
      <thead>
        <tr><th scope="col">${w('category')}</th><th scope="col" class="number">${w('planned')}</th><th scope="col" class="number">${w('invested')}</th><th scope="col" class="number">${w('share')}</th></tr>
      </thead>
      <tbody>
        ${categories.map(
          (one) => html`<tr>
              <th scope="row"><a href=${page('projects', { category: one.id })}>${text(one.name)}</a></th>
              <td class="number">${number(one.planned, 1)}</td>
              <td class="number">${number(one.invested, 1)}</td>
              <td class="number">${percent(one.investedShare)}</td>
            </tr>
            <tr class="bar" aria-hidden="true">
              <td colspan="4">
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none">
                  <rect class="way" width="1000" height="10"></rect>
                  <rect class="fill actual" width=${Math.min(1, one.investedShare ?? 0) * 1000} height="10"></rect>
                </svg>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
customElements.define('tracker-investment', Investment);
