// What may be done from here: by the role of who asks, and by the page around.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type Schemas } from '../api/client';
import type { App, Needed } from '../app';
import { glyph } from '../components/icons';

const ADMIN_PAGES = new Set(['profiles', 'pools', 'settings', 'setup']); // what is changed there needs an admin

export class Rights {
  #asker: Schemas['Asker'] | null = null; // null: not known yet
  #asking = false;

  constructor(
    private readonly app: App & { readonly: boolean },
    private readonly changed: () => void,
  ) {}

  /** Ask the server who it takes us for; again with the next call where it did not answer. */
  async ask(): Promise<void> {
    if (this.#asker || this.#asking) return;
    this.#asking = true;
    try {
      this.#asker = (await asked(this.app.http.GET('/'))).you;
      this.changed();
    } catch {
      // the next figures ask again
    } finally {
      this.#asking = false;
    }
  }

  get locked(): string | null {
    const { readonly } = this.app.text.vocabulary;
    if (this.app.readonly) return readonly.asked;
    if (this.#asker?.role !== 'viewer') return null;
    return this.#isForeign ? readonly.foreign : readonly.viewer;
  }

  refusal(needs: Needed): string | null {
    return this.locked ?? (needs === 'admin' && this.#asker?.role === 'operator' ? this.app.text.vocabulary.readonly.operator : null);
  }

  get #isForeign(): boolean {
    return this.#asker?.via === 'origin:foreign';
  }

  /** What may not be done here, and the way out; an operator reads it where there is something that needs an admin. */
  note(page: string, changeKey: (() => void) | null): TemplateResult | typeof nothing {
    const why = this.refusal(ADMIN_PAGES.has(page) ? 'admin' : 'operator');
    if (!why) return nothing;
    const { readonly } = this.app.text.vocabulary;
    const mayChange = changeKey && this.#asker?.via === 'key' && !this.app.readonly;
    return html`<div class="note" role="note">
      ${glyph('hint')}
      <p>${why} ${this.#isForeign ? html`<span class="secondary">${readonly.foreignHow}</span>` : nothing}</p>
      ${mayChange ? html`<button @click=${changeKey}>${readonly.otherKey}</button>` : nothing}
    </div>`;
  }
}
