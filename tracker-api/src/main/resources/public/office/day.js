import { html, nothing } from 'lit';
import { planPath, write } from '../data/api.js';
import { current, today } from '../data/current.js';
import { Following } from '../data/observable.js';
import { day } from '../format/times.js';
import { Attempt } from '../parts/attempt.js';
import { confirmed } from '../parts/dialog.js';
import { Element } from '../parts/element.js';
import { input } from '../parts/field.js';
import { words } from '../words/language.js';

const w = words({
  title: ['推进演示日期', 'Turn the simulated day'],
  now: ['演示规划的日期是 {0}。日期只能向前推进；到期、缺报、节点逾期随之产生。', 'It is {0} in this simulated plan. Days only turn forward; what falls due, is missing or overdue follows.'],
  to: ['推进到', 'Turn to'],
  turn: ['推进', 'Turn'],
  ask: ['推进到 {0}？', 'Turn to {0}?'],
  'ask-what': ['不能退回。', 'It cannot be turned back.'],
  later: ['须晚于当前日期。', 'It must be later than the present day.'],
  done: ['已推进到 {0}。', 'It is {0} now.'],
});

/** The clock of a simulated plan, which the planning office may move on. */
class Day extends Element {
  static properties = { to: { state: true }, attempted: { state: true }, done: { state: true } };

  to = '';
  attempted = false;
  done = null;
  attempt = new Attempt(this);

  constructor() {
    super();
    new Following(this, current);
  }

  render() {
    const late = this.attempted && this.to <= today() ? w('later') : null;
    return html`<section class="card" aria-labelledby="day">
      <h2 id="day">${w('title')}</h2>
      <p>${w('now', day(today()))}</p>
      <form class="fields" novalidate @submit=${(event) => this.#send(event)}>
        ${input({ id: 'to', label: w('to'), type: 'date', min: today(), value: this.to, required: true, error: late ?? this.attempt.at('/day'), changed: (value) => (this.to = value) })}
        ${this.attempt.show()}
        <p class="actions"><button type="submit" ?disabled=${this.attempt.busy}>${w('turn')}</button></p>
      </form>
      <div role="status">${this.done ? html`<p class="writing-state sent">${w('done', day(this.done))}</p>` : nothing}</div>
    </section>`;
  }

  async #send(event) {
    event.preventDefault();
    this.attempted = true;
    if (this.to <= today() || !(await confirmed({ title: w('ask', day(this.to)), body: w('ask-what'), yes: w('turn') }))) {
      return;
    }
    const to = this.to;
    if (await this.attempt.run((key) => write('POST', planPath('/days'), { day: to }, { key }))) {
      this.done = to;
      this.to = '';
      this.attempted = false;
    }
  }
}
customElements.define('tracker-day', Day);
