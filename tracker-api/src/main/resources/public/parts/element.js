import { LitElement } from 'lit';
import { Following } from '../data/observable.js';
import { language } from '../words/language.js';

/** What all our elements are: in the page's own tree, so that its styles, labels and anchors reach them, and rendered anew in another language. */
export class Element extends LitElement {
  constructor() {
    super();
    new Following(this, language);
  }

  createRenderRoot() {
    return this;
  }
}
