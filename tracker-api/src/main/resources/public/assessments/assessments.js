import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, asOf, planPath } from '../data/api.js';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { ask, moment, page, place } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { may, session } from '../data/session.js';
import { dayOf } from '../format/times.js';
import { Element } from '../parts/element.js';
import { select } from '../parts/field.js';
import { language, term, words } from '../words/language.js';
import './record.js';

const w = words({
  title: ['评估', 'Assessments'],
  none: ['还没有评估。', 'There is no assessment yet.'],
  kind: ['种类', 'Kind'],
  year: ['年份', 'Year'],
  all: ['全部', 'All'],
  'year-of': ['{0}年', '{0}'],
  verdict: ['结论', 'Verdict'],
  report: ['打印报告', 'The report, to print'],
  'report-of': ['打印报告：{0}', 'The report, to print: {0}'],
  recorded: ['{0} 记录，数据定格在第 {1} 号事件', 'Recorded on {0}; figures frozen at event {1}'],
  new: ['记录评估', 'Record an assessment'],
  close: ['取消', 'Cancel'],
});

const KINDS = ['yearly', 'mid-term', 'final', 'expert-opinion'];

/** All assessments, the latest first, each with its verdict, its text and its report to print. The planning office records new ones here. */
class Assessments extends Element {
  assessments = new Resource(this, () => asOf(planPath('/assessments'), { limit: 200, fields: 'id,version,updatedAt,assessmentKind,year,about,verdict,text,figures.position' }), {
    load: all,
    concerns: (view) => view.kind === 'assessment',
  });

  constructor() {
    super();
    new Following(this, place, session, current);
  }

  render() {
    const query = place.value.query;
    const writes = may('assess') && !moment();
    const recording = writes && query.has('new');
    return html`<div class="assessments">
      <div class="heading"><h1>${w('title')}</h1></div>
      ${writes
        ? html`<p class="actions">
            ${recording
              ? html`<button type="button" class="plain" @click=${() => ask({ new: null })}>${w('close')}</button>`
              : html`<button type="button" @click=${() => ask({ new: 'yes' })}>${w('new')}</button>`}
          </p>`
        : nothing}
      ${recording ? html`<tracker-record @recorded=${() => { ask({ new: null }); this.assessments.reload(); }}></tracker-record>` : nothing}
      ${this.assessments.show((items) => this.#list(items, query))}
    </div>`;
  }

  #list(items, query) {
    if (items.length === 0) {
      return html`<p>${w('none')}</p>`;
    }
    const years = [...new Set(items.map((one) => String(one.year)))].sort().reverse();
    const found = items
      .filter((one) => (!query.get('kind') || one.assessmentKind === query.get('kind')) && (!query.get('year') || String(one.year) === query.get('year')))
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
    return html`<div class="choices">
        ${select({ id: 'kind', label: w('kind'), value: query.get('kind'), empty: w('all'), options: KINDS.map((one) => [one, term('assessment', one)]), changed: (kind) => ask({ kind }) })}
        ${select({ id: 'year', label: w('year'), value: query.get('year'), empty: w('all'), options: years.map((one) => [one, w('year-of', one)]), changed: (year) => ask({ year }) })}
      </div>
      ${repeat(found, (one) => one.id, (one) => this.#one(one))}`;
  }

  #one(one) {
    const title = `${w('year-of', one.year)} ${term('assessment', one.assessmentKind)}`;
    const [kind, id] = (one.about ?? '').split('/');
    return html`<article class="card assessment" aria-labelledby=${`assessment-${one.id}`}>
      <h2 id=${`assessment-${one.id}`}>${title} ${one.about ? html`<a class="fine" href=${page(`${kind}s/${id}`)}>${term('subject', kind)} ${id}</a>` : nothing}</h2>
      ${one.verdict ? html`<p class="verdict"><span class="unseen">${w('verdict')}: </span>${one.verdict}</p>` : nothing}
      <p class="text">${one.text}</p>
      <p class="more">
        <a href=${asOf(planPath(`/assessments/${encodeURIComponent(one.id)}/report`), { lang: language.value })} target="_blank" rel="noopener" data-outside aria-label=${w('report-of', title)}>${w('report')}</a>
        <span class="fine">${w('recorded', dayOf(one.updatedAt, zone()), one.figures?.position ?? '–')}</span>
      </p>
    </article>`;
  }
}
customElements.define('tracker-assessments', Assessments);
