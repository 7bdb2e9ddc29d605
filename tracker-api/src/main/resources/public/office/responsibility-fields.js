import { html } from 'lit';
import { current } from '../data/current.js';
import { area, check, input, select } from '../parts/field.js';
import { text, words } from '../words/language.js';

const w = words({
  lead: ['牵头部门', 'Lead department'],
  assisting: ['协办部门', 'Assisting departments'],
  deadline: ['时限', 'Deadline'],
  measures: ['工作措施', 'Measures'],
});

/** Who answers for something: {lead, assisting, deadline, measures}. change is called with what is different; error(name) says what is wrong. */
export function responsibilityFields(value, change, error) {
  const departments = current.value.departments;
  const assisting = new Set(value.assisting ?? []);
  const toggled = (id, on) => departments.map((one) => one.id).filter((one) => (one === id ? on : assisting.has(one)));
  return html`${select({
      id: 'lead',
      label: w('lead'),
      value: value.lead,
      required: true,
      error: error('lead'),
      options: departments.map((one) => [one.id, text(one.name)]),
      changed: (lead) => change({ lead, assisting: (value.assisting ?? []).filter((one) => one !== lead) }),
    })}
    ${input({ id: 'deadline', label: w('deadline'), type: 'date', value: value.deadline ?? '', error: error('deadline'), changed: (deadline) => change({ deadline: deadline || null }) })}
    <fieldset>
      <legend>${w('assisting')}</legend>
      <div class="checks">
        ${departments
          .filter((one) => one.id !== value.lead)
          .map((one) => check({ id: `assisting-${one.id}`, label: text(one.name), value: assisting.has(one.id), changed: (on) => change({ assisting: toggled(one.id, on) }) }))}
      </div>
    </fieldset>
    ${area({ id: 'measures', label: w('measures'), value: value.measures ?? '', error: error('measures'), rows: 2, changed: (measures) => change({ measures: measures || null }) })}`;
}
