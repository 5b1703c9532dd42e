// Asks again where the API wants a second word before somebody new is paid.
import { html } from 'lit';
import type { Schemas } from '../api/client';
import { isRefusal, type App } from '../app';

/** Make the request; where the rig's wallet lock refuses it, ask for the word and make it once more. */
export async function confirmed<T>(app: App, request: (confirm?: string) => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!isRefusal(error, 'PAYEE_NOT_CONFIRMED')) throw error;
    const { payee } = app.text.editor;
    const word = String(error.details['confirm'] ?? '');
    const wordings = error.details['changeWordings'] as Schemas['Wording'][] | undefined;
    const changes = wordings?.map((each) => app.say(each)) ?? [app.explain(error)];
    const sure = await app.ask({
      title: payee.title,
      text: html`${changes.map((each) => html`<span class="mono">${each}</span><br />`)}${payee.text}`,
      verb: payee.verb,
      danger: true,
      word: { label: payee.label(word), value: word },
    });
    if (!word || !sure) throw error;
    return request(word);
  }
}
