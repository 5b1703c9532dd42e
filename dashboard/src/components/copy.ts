// A text to take along: a command, an address, a key.
import { html, type TemplateResult } from 'lit';
import type { App } from '../app';
import { pasteable } from '../commands';
import { icon } from './icons';

export function copyButton(app: App, text: string, label = app.text.vocabulary.verbs.copy, said = text): TemplateResult {
  return html`<button class="ghost small" aria-label="${label}: ${said}" @click=${() => void copy(app, text)}>${icon('copy')}${label}</button>`;
}

export async function copy(app: App, text: string): Promise<void> {
  const { clipboard } = navigator as Partial<Navigator>; // absent on a page without TLS
  if (clipboard) await clipboard.writeText(text);
  else copyByHand(text);
  app.toast({ kind: 'ok', text: app.text.vocabulary.verbs.copied });
}

function copyByHand(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

/** A command and the button that copies it. */
export function command(app: App, text: string): TemplateResult {
  const whole = pasteable(text, app.store.info?.commandLine);
  return html`<span class="row command"><code>${whole}</code>${copyButton(app, whole)}</span>`;
}

/** Give a file to the person. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
