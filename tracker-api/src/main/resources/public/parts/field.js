import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../words/language.js';

const w = words({ required: ['必填', 'required'], choose: ['请选择', 'Choose'] });

/** A label, its control, a hint, and what is wrong. control is given {id, by, invalid} for the control's id, aria-describedby and aria-invalid. */
export function field({ id, label, hint, error, required = false, wide = false }, control) {
  const by = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return html`<div class="field ${wide ? 'wide' : ''} ${error ? 'wrong' : ''}">
    <label for=${id}>${label}${required ? html` <span class="must">${w('required')}</span>` : nothing}</label>
    ${control({ id, by: by || nothing, invalid: error ? 'true' : nothing })}
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${error ? html`<p class="error" id=${`${id}-error`}><span aria-hidden="true">✕</span> ${error}</p>` : nothing}
  </div>`;
}

/** A field of one line. `changed` is called with its text at every stroke; unit stands behind it. */
export function input({ value, changed, type = 'text', inputmode, unit, min, max, maxlength, list, ...rest }) {
  return field(
    rest,
    ({ id, by, invalid }) => html`<span class="with-unit">
      <input id=${id} name=${id} type=${type} .value=${live(value ?? '')} aria-describedby=${by} aria-invalid=${invalid} inputmode=${inputmode ?? nothing}
        min=${min ?? nothing} max=${max ?? nothing} maxlength=${maxlength ?? nothing} list=${list ?? nothing} autocomplete="off" ?required=${rest.required}
        @input=${(event) => changed(event.target.value)} />
      ${unit ? html`<span class="unit">${unit}</span>` : nothing}
    </span>`,
  );
}

/** A field of several lines. */
export function area({ value, changed, rows = 3, ...rest }) {
  return field(
    { wide: true, ...rest },
    ({ id, by, invalid }) => html`<textarea id=${id} name=${id} rows=${rows} .value=${live(value ?? '')} aria-describedby=${by} aria-invalid=${invalid}
      ?required=${rest.required} @input=${(event) => changed(event.target.value)}></textarea>`,
  );
}

/** A choice. options are [value, label] or {label, options}; where `empty` is not given, something has to be chosen. */
export function select({ value, changed, options, empty, ...rest }) {
  const option = ([key, label]) => html`<option value=${key} ?selected=${key === (value ?? '')}>${label}</option>`;
  const known = options.flatMap((one) => (Array.isArray(one) ? [one] : one.options)).some(([key]) => key === value);
  return field(
    rest,
    ({ id, by, invalid }) => html`<select id=${id} name=${id} aria-describedby=${by} aria-invalid=${invalid} ?required=${rest.required}
      @change=${(event) => changed(event.target.value)}>
      ${empty !== undefined || !known ? html`<option value="" ?selected=${!known}>${empty ?? w('choose')}</option>` : nothing}
      ${options.map((one) =>
        Array.isArray(one) ? option(one) : one.options.length ? html`<optgroup label=${one.label}>${one.options.map(option)}</optgroup>` : nothing,
      )}
    </select>`,
  );
}

/** A box to tick. */
export function check({ id, label, value, changed, disabled = false }) {
  return html`<label class="check"><input type="checkbox" id=${id} name=${id} .checked=${live(Boolean(value))} ?disabled=${disabled}
    @change=${(event) => changed(event.target.checked)} /> <span>${label}</span></label>`;
}
