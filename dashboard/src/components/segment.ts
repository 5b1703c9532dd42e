// One of a few, side by side; the chosen one is pressed.
import { html, type TemplateResult } from 'lit';

export function segment(label: string, options: readonly (readonly [string, string])[], chosen: string, choose: (value: string) => void, classes = ''): TemplateResult {
  return html`<div class="segment ${classes}" role="group" aria-label=${label}>
    ${options.map(([value, text]) => html`<button aria-pressed=${String(value === chosen)} @click=${() => choose(value)}>${text}</button>`)}
  </div>`;
}
