import { html, nothing } from 'lit';
import { current } from '../data/current.js';
import { connection } from '../data/live.js';
import { Following } from '../data/observable.js';
import { page, place, plan } from '../data/place.js';
import { plans } from '../data/plans.js';
import { may, session } from '../data/session.js';
import { connectionSign } from '../parts/connection.js';
import { Element } from '../parts/element.js';
import { signIn } from '../parts/sign-in.js';
import { choose, language, term, text, words } from '../words/language.js';
import { theme, turnTheme } from './theme.js';

const w = words({
  product: ['进度跟踪', 'Progress tracker'],
  pages: ['页面', 'Pages'],
  menu: ['菜单', 'Menu'],
  plan: ['规划', 'Plan'],
  overview: ['总览', 'Overview'],
  indicators: ['指标', 'Indicators'],
  projects: ['项目', 'Projects'],
  tasks: ['工程与计划', 'Programmes'],
  departments: ['部门', 'Departments'],
  warnings: ['预警', 'Warnings'],
  compare: ['对比', 'Compare'],
  assessments: ['评估', 'Assessments'],
  work: ['填报', 'Report'],
  office: ['主管部门', 'Planning office'],
  log: ['事件日志', 'Event log'],
  verify: ['核验', 'Verify'],
  public: ['公开', 'Public'],
  wall: ['大屏', 'Wall'],
  'sign-out': ['退出', 'Sign out'],
  theme: ['主题：{0}', 'Theme: {0}'],
  auto: ['跟随系统', 'as the system'],
  light: ['浅色', 'light'],
  dark: ['深色', 'dark'],
});

/** [page, the right it needs, the pages that belong under it] */
const PAGES = [
  ['', 'read-views', ['goals']],
  ['indicators', 'read-views', []],
  ['projects', 'read-views', ['timeline', 'map']],
  ['tasks', 'read-views', []],
  ['departments', 'read-views', []],
  ['warnings', 'read-views', []],
  ['compare', 'read-views', []],
  ['assessments', 'read-views', []],
  ['work', 'report', []],
  ['office', 'assign', []],
  ['log', 'read-events', []],
  ['verify', 'read-events', []],
  ['public', null, []],
  ['wall', 'read-views', []],
];

/** The head of every page: where one can go, which plan, who one is, how current it is. */
class Head extends Element {
  static properties = { page: { attribute: false }, open: { state: true } };

  open = false;

  constructor() {
    super();
    new Following(this, place, session, connection, current, plans, theme);
  }

  render() {
    const other = language.value === 'zh' ? 'en' : 'zh';
    return html`<header>
      <div class="bar">
        <a class="brand" href=${plan() ? page() : '/'}><span class="mark" aria-hidden="true"></span>${w('product')}</a>
        ${this.#planChoice()}
        <span class="spacer"></span>
        ${plan() && may('read-views') ? connectionSign() : nothing}
        <button type="button" class="quiet" lang=${other === 'zh' ? 'zh-CN' : 'en'} @click=${() => choose(other)}>
          ${other === 'zh' ? '中文' : 'English'}
        </button>
        <button type="button" class="quiet" @click=${turnTheme} aria-label=${w('theme', w(theme.value))} title=${w('theme', w(theme.value))}>
          <span aria-hidden="true">${{ auto: '◐', light: '☀', dark: '☾' }[theme.value]}</span>
        </button>
        ${this.#who()}
        ${plan()
          ? html`<button type="button" class="quiet menu" aria-expanded=${this.open} aria-controls="pages" @click=${() => (this.open = !this.open)}>
              <span aria-hidden="true">☰</span> ${w('menu')}
            </button>`
          : nothing}
      </div>
      ${plan() ? this.#pages() : nothing}
    </header>`;
  }

  #planChoice() {
    const items = plans.value ?? [];
    if (!plan() || items.length < 2) {
      return html`<span class="plan">${current.value ? text(current.value.name) : nothing}</span>`;
    }
    return html`<select class="plan" aria-label=${w('plan')} @change=${(event) => (location.href = page('', { asOf: null }, event.target.value))}>
      ${items.map((one) => html`<option value=${one.id} ?selected=${one.id === plan()}>${text(one.name)}</option>`)}
    </select>`;
  }

  #who() {
    if (session.value === undefined) {
      return nothing;
    }
    if (session.value === null) {
      return signIn();
    }
    return html`<form method="post" action="/logout" class="who">
      <span title=${session.value.user}>${term('role', session.value.role)}</span>
      <button type="submit" class="quiet">${w('sign-out')}</button>
    </form>`;
  }

  #pages() {
    return html`<nav id="pages" aria-label=${w('pages')} class=${this.open ? 'open' : ''} @click=${() => (this.open = false)}>
      <ul>
        ${PAGES.filter(([, right]) => right === null || may(right)).map(
          ([name, , under]) =>
            html`<li>
              <a href=${page(name)} aria-current=${name === this.page || under.includes(this.page) ? 'page' : nothing}>${w(name || 'overview')}</a>
            </li>`,
        )}
      </ul>
    </nav>`;
  }
}
customElements.define('tracker-head', Head);
