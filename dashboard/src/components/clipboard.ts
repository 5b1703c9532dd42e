// Copying, also where the browser grants no clipboard: a page that came over plain HTTP from another machine.
import type { App } from '../app';

export async function copy(app: App, text: string, inside: ParentNode): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, className: 'hidden' });
    inside.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (!done) return;
  }
  app.toast({ kind: 'ok', text: app.text.common.verbs.copied });
}
