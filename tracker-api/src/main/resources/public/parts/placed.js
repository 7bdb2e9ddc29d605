import { noChange } from 'lit';
import { Directive, PartType, directive } from 'lit/directive.js';

/** Styles of an element by name, <i ${placed({left: '3%'})}>. Lit's own styleMap writes the attribute at first, which our policy forbids. */
export const placed = directive(
  class extends Directive {
    constructor(info) {
      super(info);
      if (info.type !== PartType.ELEMENT) {
        throw new Error('placed stands in a tag');
      }
    }

    render() {
      return noChange;
    }

    update({ element }, [styles]) {
      for (const [name, value] of Object.entries(styles)) {
        element.style.setProperty(name, value);
      }
      return noChange;
    }
  },
);
