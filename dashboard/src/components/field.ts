// A field with its name, its hint, and what the API says is wrong with it.
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { glyph } from './icons';

export interface FieldOptions {
  id: string;
  label: string;
  hint?: unknown;
  fault?: string | undefined;
}

/** What a control says of itself: whether it is wrong, and where that is described. */
export function described({ id, hint, fault }: FieldOptions): { invalid: 'true' | undefined; by: string | undefined } {
  const by = [fault ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return { invalid: fault ? 'true' : undefined, by: by || undefined };
}

export function field(options: FieldOptions, control: TemplateResult): TemplateResult {
  const { id, label, hint, fault } = options;
  return html`<div class="field">
    <label class="name" for=${id}>${label}</label>
    ${control}
    ${fault ? html`<p class="hint err fault" id="${id}-fault">${glyph('failed')} ${fault}</p>` : nothing}
    ${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : nothing}
  </div>`;
}

export interface InputOptions extends FieldOptions {
  value: string;
  type?: string;
  placeholder?: string;
  list?: string;
  least?: number | undefined;
  most?: number | undefined;
  step?: string;
  typed(value: string): void;
}

export function textField(options: InputOptions): TemplateResult {
  const { invalid, by } = described(options);
  return field(
    options,
    html`<input
      id=${options.id}
      type=${options.type ?? 'text'}
      .value=${live(options.value)}
      placeholder=${options.placeholder ?? ''}
      list=${ifDefined(options.list)}
      min=${ifDefined(options.least)}
      max=${ifDefined(options.most)}
      step=${ifDefined(options.step)}
      autocomplete=${options.type === 'password' ? 'new-password' : 'off'}
      spellcheck="false"
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(by)}
      @input=${(event: Event) => options.typed((event.target as HTMLInputElement).value)}
    />`,
  );
}

export function selectField(options: FieldOptions & { value: string; choices: [string, string][]; chosen(value: string): void }): TemplateResult {
  const { invalid, by } = described(options);
  return field(
    options,
    html`<select
      id=${options.id}
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(by)}
      @change=${(event: Event) => options.chosen((event.target as HTMLSelectElement).value)}
    >
      ${options.choices.map(([value, label]) => html`<option value=${value} ?selected=${value === options.value}>${label}</option>`)}
    </select>`,
  );
}

export function switchField(options: FieldOptions & { on: boolean; switched(on: boolean): void }): TemplateResult {
  const { by } = described(options);
  return html`<div class="field">
    <label class="choice"
      ><input
        type="checkbox"
        role="switch"
        class="switch"
        id=${options.id}
        .checked=${live(options.on)}
        aria-describedby=${ifDefined(by)}
        @change=${(event: Event) => options.switched((event.target as HTMLInputElement).checked)}
      />${options.label}</label
    >
    ${options.fault ? html`<p class="hint err fault" id="${options.id}-fault">${glyph('failed')} ${options.fault}</p>` : nothing}
    ${options.hint ? html`<div class="hint" id="${options.id}-hint">${options.hint}</div>` : nothing}
  </div>`;
}
