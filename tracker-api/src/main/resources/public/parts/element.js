import { LitElement } from 'lit';
import { Following } from '../data/observable.js';
import { language } from '../words/language.js';

/** What all our elements are: in the page's own tree, so that its styles, labels and anchors reach them, and rendered anew in another language. */
export class Element extends LitElement {
  constructor() {
    super();
    new Following(this, language);
  }

  /** A property's first value, written as a field, would hide lit's accessor of that name, and changes of it would render nothing. */
  connectedCallback() {
    for (const name of this.constructor.elementProperties.keys()) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    super.connectedCallback();
  }

  createRenderRoot() {
    return this;
  }
}
