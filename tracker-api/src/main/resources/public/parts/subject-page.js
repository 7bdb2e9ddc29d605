import { html, nothing } from 'lit';
import { asOf, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { Following } from '../data/observable.js';
import { Resource } from '../data/resource.js';
import { text, words } from '../words/language.js';
import { Element } from './element.js';

const w = words({ product: ['进度跟踪', 'Progress tracker'] });

/** The page of one subject of a kind (indicator, project or task). Whoever extends it says in content(view) what is on it. */
export class SubjectPage extends Element {
  static properties = { subject: { attribute: false } };

  #kind;
  subject = null;

  constructor(kind) {
    super();
    this.#kind = kind;
    this.view = new Resource(this, () => this.address(), this.concerns());
    new Following(this, current);
  }

  /** So that the frame leaves the title to this page. */
  get heading() {
    return text(this.view.value?.name);
  }

  /** Of something of this subject, at the moment that is looked at. */
  address(of = '', query = {}) {
    return this.subject && asOf(planPath(`/${this.#kind}s/${encodeURIComponent(this.subject)}${of}`), query);
  }

  /** Changes of the subject, and of the plan's rules by which it is judged. */
  concerns() {
    return { concerns: (view) => view.kind === 'plan' || (view.kind === this.#kind && view.id === this.subject) };
  }

  updated() {
    if (this.heading) {
      document.title = `${this.heading} – ${w('product')}`;
    }
  }

  render() {
    return html`<article class="subject">${current.value ? this.view.show((view) => this.content(view)) : nothing}</article>`;
  }
}
