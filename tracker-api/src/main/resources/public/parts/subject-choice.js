import { Following } from '../data/observable.js';
import { all, planPath } from '../data/api.js';
import { current } from '../data/current.js';
import { Resource } from '../data/resource.js';
import { term, text, words } from '../words/language.js';
import { Element } from './element.js';
import { select } from './field.js';

const w = words({ label: ['对象', 'Subject'], plan: ['规划本身', 'The plan itself'] });

/** A choice among the plan's subjects of the kinds given. Fires `chosen` with the likes of indicator/I01; `plan` where the plan itself is one of them. */
export class SubjectChoice extends Element {
  static properties = { kinds: { attribute: false }, value: { attribute: false }, label: { attribute: false }, error: { attribute: false }, fieldId: { attribute: false } };

  kinds = ['indicator', 'project', 'task'];

  indicators = this.#of('indicator');
  projects = this.#of('project');
  tasks = this.#of('task');

  constructor() {
    super();
    new Following(this, current);
  }

  #of(kind) {
    return new Resource(this, () => (this.kinds.includes(kind) ? planPath(`/${kind}s?limit=200&fields=id,name`) : null), { load: all, concerns: () => false });
  }

  render() {
    const options = [];
    if (this.kinds.includes('plan')) {
      options.push(['plan', w('plan')]);
    }
    for (const [kind, resource] of [['indicator', this.indicators], ['project', this.projects], ['task', this.tasks]]) {
      if (this.kinds.includes(kind)) {
        options.push({ label: term('subject', kind), options: (resource.value ?? []).map((one) => [`${kind}/${one.id}`, `${one.id} ${text(one.name)}`]) });
      }
    }
    return select({
      id: this.fieldId ?? 'subject',
      label: this.label ?? w('label'),
      value: this.value,
      error: this.error,
      options,
      changed: (value) => this.dispatchEvent(new CustomEvent('chosen', { detail: value || null })),
    });
  }
}
customElements.define('tracker-subject-choice', SubjectChoice);
