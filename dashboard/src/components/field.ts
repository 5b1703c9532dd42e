// A field with its name, its hint, and what the API says is wrong with it.
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { ApiError } from '../api/client';
import type { App } from '../app';
import { glyph } from './icons';

export type Faults = ReadonlyMap<string, string>; // sentences, by field

export const NO_FAULTS: Faults = new Map();

/** What an error says of single fields, one of a list (`notify[2]`) of the whole list; none: it speaks of something else. */
export function faultsIn(app: Pick<App, 'say'>, error: unknown): Faults {
  if (!(error instanceof ApiError)) return NO_FAULTS;
  return new Map(error.fields.map(({ field, issue, wording }) => [field.replace(/\[\d+\]$/, ''), app.say({ text: issue, ...wording })]));
}

export interface FieldOptions {
  id: string;
  label: string;
  hint?: unknown;
  way?: unknown; // a button beside the hint, which is no part of it
  fault?: string | undefined;
}

/** What a control says of itself: whether it is wrong, and where that is described. */
export function described({ id, hint, fault }: FieldOptions): { invalid: 'true' | undefined; by: string | undefined } {
  const by = [fault ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return { invalid: fault ? 'true' : undefined, by: by || undefined };
}

/** The hint, with what can be done beside it. */
function hintOf({ id, hint, way }: FieldOptions): TemplateResult | typeof nothing {
  if (!hint && (!way || way === nothing)) return nothing;
  return html`<div class="hint"><span id="${id}-hint">${hint}</span> ${way}</div>`;
}

export function field(options: FieldOptions, control: TemplateResult): TemplateResult {
  const { id, label, fault } = options;
  return html`<div class="field">
    <label class="name" for=${id}>${label}</label>
    ${control}
    ${fault ? html`<p class="hint err fault" id="${id}-fault">${glyph('failed')} ${fault}</p>` : nothing}
    ${hintOf(options)}
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
  keyboard?: string; // which one a telephone shows
  readonly?: boolean;
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
      inputmode=${ifDefined(options.keyboard as 'decimal' | undefined)}
      ?readonly=${options.readonly}
      autocomplete=${options.type === 'password' ? 'new-password' : 'off'}
      spellcheck="false"
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(by)}
      @input=${(event: Event) => options.typed((event.target as HTMLInputElement).value)}
    />`,
  );
}

export function selectField(options: FieldOptions & { value: string; choices: [string, string][]; disabled?: boolean; chosen(value: string): void }): TemplateResult {
  const { invalid, by } = described(options);
  return field(
    options,
    html`<select
      id=${options.id}
      ?disabled=${options.disabled}
      aria-invalid=${ifDefined(invalid)}
      aria-describedby=${ifDefined(by)}
      @change=${(event: Event) => options.chosen((event.target as HTMLSelectElement).value)}
    >
      ${options.choices.map(([value, label]) => html`<option value=${value} ?selected=${value === options.value}>${label}</option>`)}
    </select>`,
  );
}

export function switchField(options: FieldOptions & { on: boolean; disabled?: boolean; switched(on: boolean): void }): TemplateResult {
  const { by } = described(options);
  return html`<div class="field">
    <label class="choice"
      ><input
        type="checkbox"
        role="switch"
        class="switch"
        id=${options.id}
        ?disabled=${options.disabled}
        .checked=${live(options.on)}
        aria-describedby=${ifDefined(by)}
        @change=${(event: Event) => options.switched((event.target as HTMLInputElement).checked)}
      />${options.label}</label
    >
    ${options.fault ? html`<p class="hint err fault" id="${options.id}-fault">${glyph('failed')} ${options.fault}</p>` : nothing}
    ${hintOf(options)}
  </div>`;
}
