import { LitElement } from 'lit';
import { Following } from '../data/observable.js';
import { language } from '../words/language.js';

/** What all our elements are: in the page's own tree, so that its styles, labels and anchors reach them, and rendered anew in another language. */
export class Element extends LitElement {
  constructor() {
    super();
    new Following(this, language);
  }

  /** Class fields hide the accessors that lit makes of `static properties`: their values go through those instead, so that changes are seen. */
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
