import { html, nothing } from 'lit';
import { planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, moment, page, place, plan } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { may, session } from '../data/session.js';
import { day, dayOf, endOf, time } from '../format/times.js';
import { Element } from '../parts/element.js';
import { words } from '../words/language.js';

const w = words({
  title: ['时间', 'Time'],
  now: ['现在', 'Now'],
  'as-of': ['截至 {0} 的已知情况，不是当前情况', 'As it was known on {0}, which is not as it is now'],
  back: ['回到现在', 'Back to now'],
  slider: ['查看哪一天', 'The day to look at'],
  date: ['日期', 'Date'],
  earlier: ['前一个月', 'A month earlier'],
  later: ['后一个月', 'A month later'],
  compare: ['与现在对比', 'Compare with now'],
});

const DAY = 86_400_000;
/** So long a slide must rest before its day is asked for. */
const REST = 180;

/** One slider over the whole app: the day that every page shows. The address holds it. */
class TimeMachine extends Element {
  static properties = { sliding: { state: true } };

  sliding = null;
  #timer = null;
  plans = new Resource(this, () => '/api/v1/plans', { concerns: () => false });
  // How far time goes is asked of now, whatever is looked at.
  now = new Resource(this, () => (plan() && session.value !== undefined ? planPath(may('read-views') ? '' : '/public') : null), {
    concerns: (view) => view.kind === 'plan',
  });

  constructor() {
    super();
    new Following(this, place, session, current);
  }

  render() {
    const present = this.now.value;
    const registered = this.plans.value?.items.find((one) => one.id === plan())?.registeredAt;
    if (!present || !registered) {
      return nothing;
    }
    const first = dayOf(registered, zone());
    // A plan with a clock of its own has no later day than its last event's.
    const last = dayOf(present.simulated ? present.updatedAt : new Date(), zone());
    const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(first)) / DAY));
    const shown = this.sliding ?? (moment() ? dayOf(moment(), zone()) : last);
    const index = Math.round((Date.parse(shown) - Date.parse(first)) / DAY);
    return html`<section class="time-machine ${moment() ? 'past' : ''}" aria-label=${w('title')}>
      ${moment()
        ? html`<p class="notice past" role="status">
            <strong>${w('as-of', time(moment(), zone()))}</strong>
            <button type="button" @click=${() => this.#go(null)}>${w('back')}</button>
            ${may('read-views') ? html`<a href=${page('compare', { from: moment(), asOf: null })}>${w('compare')}</a>` : nothing}
          </p>`
        : nothing}
      <div class="slide">
        <button type="button" class="quiet" @click=${() => this.#step(shown, -1, first, last)} aria-label=${w('earlier')} title=${w('earlier')}>‹</button>
        <span class="end">${day(first)}</span>
        <input type="range" min="0" max=${days} .value=${String(index)} aria-label=${w('slider')} aria-valuetext=${shown === last && !moment() ? w('now') : day(shown)}
          @input=${(event) => this.#slide(first, Number(event.target.value), days)} />
        <span class="end">${w('now')}</span>
        <button type="button" class="quiet" @click=${() => this.#step(shown, 1, first, last)} aria-label=${w('later')} title=${w('later')}>›</button>
        <input type="date" .value=${shown} min=${first} max=${last} aria-label=${w('date')}
          @change=${(event) => event.target.value && event.target.checkValidity() && this.#go(event.target.value === last ? null : event.target.value)} />
      </div>
    </section>`;
  }

  #slide(first, index, days) {
    const date = new Date(Date.parse(first) + index * DAY).toISOString().slice(0, 10);
    this.sliding = date;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#go(index === days ? null : date), REST);
  }

  #step(shown, months, first, last) {
    const to = new Date(`${shown}T00:00:00Z`);
    to.setUTCMonth(to.getUTCMonth() + months);
    const date = to.toISOString().slice(0, 10);
    this.#go(date >= last ? null : date < first ? first : date);
  }

  #go(date) {
    this.sliding = null;
    ask({ asOf: date === null ? null : endOf(date, zone()) }, { replace: false });
  }
}
customElements.define('tracker-time-machine', TimeMachine);
