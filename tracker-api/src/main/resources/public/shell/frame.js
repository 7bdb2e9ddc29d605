import { html, nothing } from 'lit';
import { Problem, asOf, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { connection } from '../data/live.js';
import { Following } from '../data/observable.js';
import { page, place, plan } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { may, session } from '../data/session.js';
import { Element } from '../parts/element.js';
import { signIn } from '../parts/sign-in.js';
import { text, words } from '../words/language.js';
import './head.js';
import './time-machine.js';
import { routeOf } from './routes.js';

const w = words({
  product: ['进度跟踪', 'Progress tracker'],
  skip: ['跳到正文', 'Skip to the content'],
  simulated: ['演示数据：全部内容均为虚构，不是实际情况。', 'Simulated data: everything here is made up and none of it is a fact.'],
  nowhere: ['没有这个页面。', 'There is no such page.'],
  home: ['返回首页', 'To the first page'],
  foot: ['每项更新都是日志中一个不可更改的事件。', 'Every update is an event in a log that nobody can change.'],
  docs: ['接口', 'API'],
  'not-shown': ['无法显示这个规划', 'This plan cannot be shown'],
  lost: ['无法打开这个页面', 'This page cannot be opened'],
  closed: ['请先登录', 'Please sign in'],
  'closed-note': ['本页需要登录。规划的公开内容无需登录即可查看：', 'This page is for those who are signed in. What the plan publishes is open to everybody:'],
  public: ['公开内容', 'what is published'],
});

/** What is around every page: head, time machine, and the notices that no page may go without. */
class App extends Element {
  static properties = { page: { state: true }, lost: { state: true } };

  page = null;
  // Whether the page's scripts could not be had.
  lost = false;
  #route = undefined;
  plan = new Resource(this, () => this.#planAddress());

  constructor() {
    super();
    new Following(this, place, session, connection);
  }

  #planAddress() {
    if (!plan() || session.value === undefined) {
      return null;
    }
    return asOf(planPath(may('read-views') ? '' : '/public'));
  }

  willUpdate() {
    if (this.plan.value !== undefined || !plan()) {
      current.set(this.plan.value ?? null);
    }
    const path = place.value.path;
    if (path !== this.#route) {
      const moved = this.#route !== undefined;
      this.#route = path;
      this.#show(path, moved);
    }
  }

  async #show(path, moved) {
    const route = routeOf(path);
    if (!route) {
      this.page = null;
      return;
    }
    const loaded = await route.load().then(() => true, () => false);
    if (place.value.path !== path) {
      return;
    }
    this.lost = !loaded;
    if (this.lost) {
      return;
    }
    if (this.page?.localName === route.tag) {
      this.page.subject = route.subject;
    } else {
      this.page = document.createElement(route.tag);
      this.page.subject = route.subject;
    }
    if (plan()) {
      localStorage.setItem('plan', plan());
    }
    if (moved) {
      scrollTo(0, 0);
      await this.updateComplete;
      this.querySelector('main').focus({ preventScroll: true });
    }
  }

  render() {
    const route = routeOf(place.value.path);
    const name = current.value ? text(current.value.name) : '';
    if (!this.page?.heading) {
      document.title = name ? `${name} – ${w('product')}` : w('product');
    }
    return html`<a class="skip" href="#content">${w('skip')}</a>
      <tracker-head .page=${route?.page ?? null}></tracker-head>
      ${current.value?.simulated ? html`<p class="notice simulated" role="note">${w('simulated')}</p>` : nothing}
      ${plan() && route?.page !== 'wall' ? html`<tracker-time-machine></tracker-time-machine>` : nothing}
      <main id="content" tabindex="-1">${this.#content(route)}</main>
      <footer>
        <span>${w('foot')}</span> <a href="/docs" data-outside>${w('docs')}</a>
      </footer>`;
  }

  #content(route) {
    if (!route) {
      return html`<h1>${w('nowhere')}</h1>
        <p><a href="/">${w('home')}</a></p>`;
    }
    if (session.value === undefined) {
      return nothing;
    }
    if (session.value === null && plan() && route.page !== 'public') {
      return this.#closed();
    }
    // What is refused of the plan as a whole is said once, by the frame.
    if (plan() && this.plan.value === undefined) {
      return html`<h1 class=${this.plan.problem ? '' : 'unseen'}>${this.plan.problem ? w('not-shown') : w('product')}</h1>
        ${this.plan.show(() => nothing)}`;
    }
    if (this.lost) {
      // A browser keeps it that a script could not be had, until everything is loaded anew.
      return html`<h1>${w('lost')}</h1><tracker-problem .problem=${new Problem(0, null)} @again=${() => location.reload()}></tracker-problem>`;
    }
    return this.page ?? html`<tracker-waiting></tracker-waiting>`;
  }

  #closed() {
    return html`<h1>${w('closed')}</h1>
      <p>${signIn()}</p>
      <p>${w('closed-note')} <a href=${page('public')}>${w('public')}</a></p>`;
  }
}
customElements.define('tracker-app', App);
