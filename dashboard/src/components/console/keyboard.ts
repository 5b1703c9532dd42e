// The console's input: keys that the miner's program obeys, with what was typed before at the arrow keys.
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { asked } from '../../api/client';
import { button } from '../parts';
import { icon } from '../icons';
import { isLive } from '../../state';

export class Keyboard {
  #keys: Record<string, string> | null = null; // what each does; null: not known yet
  #before: string[] = [];
  #at = 0; // which of those stands in the field
  #draft = '';
  #issue = '';

  constructor(
    private readonly host: LitElement,
    private readonly typed: (text: string) => void,
  ) {}

  /** Ask which keys the program of a miner obeys. */
  async learn(app: App, miner: string): Promise<void> {
    this.#keys = null;
    try {
      const type = app.store.miner(miner)?.type ?? (await asked(app.http.GET('/miners/{miner}', { params: { path: { miner } } }))).type;
      const page = await asked(app.http.GET('/miners/available', { params: { query: { type } } }));
      this.#keys = page.items.find((each) => each.type === type)?.keys ?? {};
    } catch {
      return; // the page says itself that the server does not answer
    }
    this.host.requestUpdate();
  }

  render(app: App, name: string): TemplateResult | typeof nothing {
    const words = app.text.console;
    const keys = Object.entries(this.#keys ?? {});
    const miner = app.store.miner(name);
    if (app.locked || this.#keys === null || !miner) return nothing;
    if (!keys.length) return html`<footer class="input hint">${words.noKeys}</footer>`;
    if (!isLive(miner)) return html`<footer class="input hint">${words.notLive}</footer>`;
    return html`<form class="input" @submit=${(event: SubmitEvent) => this.#submit(event, app, name)}>
      ${icon('right')}
      <input
        name="keys"
        class="mono"
        maxlength="64"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${words.input}
        placeholder=${words.input}
        aria-invalid=${this.#issue ? 'true' : nothing}
        aria-describedby=${this.#issue ? 'console-issue' : nothing}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
      />
      <span class="known" role="group" aria-label=${words.known}>
        ${keys.map(([key, does]) =>
          button(app, html`${words.keys[does] ?? does} <kbd>${key}</kbd>`, () => void this.#send(app, name, key), { classes: 'ghost small', changes: true }),
        )}
      </span>
      <button ?disabled=${app.stale}>${words.send}</button>
      ${this.#issue ? html`<p id="console-issue" class="err" role="alert">${this.#issue}</p>` : nothing}
    </form>`;
  }

  async #submit(event: SubmitEvent, app: App, name: string): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('keys') as HTMLInputElement;
    const text = field.value;
    if (text && (await this.#send(app, name, text)) && field.value === text) field.value = '';
  }

  async #send(app: App, name: string, input: string): Promise<boolean> {
    this.#issue = '';
    let done = false;
    try {
      const act = { action: 'type', targets: [name], params: { input }, quiet: true };
      const answer = await app.act(act, () => asked(app.http.POST('/miners/{miner}/stdin', { params: { path: { miner: name } }, body: { input } })));
      done = answer !== undefined;
      if (done) {
        this.#before = [...this.#before.filter((each) => each !== input), input].slice(-50);
        this.#at = this.#before.length;
        this.typed(input);
      }
    } catch (error) {
      this.#issue = app.explain(error);
    }
    this.host.requestUpdate();
    return done;
  }

  #pressed(event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const field = event.target as HTMLInputElement;
    if (this.#at === this.#before.length) this.#draft = field.value;
    this.#at = Math.max(0, Math.min(this.#before.length, this.#at + step));
    field.value = this.#before[this.#at] ?? this.#draft;
  }
}
