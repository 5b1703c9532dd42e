// Messages that come and go; an error stays until it is closed, and is never only here.
import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { App, Toast } from '../app';
import { glyph, icon } from '../components/icons';

const MOST = 4;
const CLOSED_AFTER = 5000; // ms, where it is no error

type ShownToast = Toast & { id: number };

/** Those of one dashboard, the newest last. */
export class Toasts {
  #shown: readonly ShownToast[] = [];
  #popped: readonly ShownToast[] = this.#shown; // what was shown when their popover was looked at

  constructor(private readonly app: App & LitElement) {}

  add(toast: Toast): void {
    const id = (this.#shown.at(-1)?.id ?? 0) + 1;
    this.#shown = [...this.#shown, { ...toast, id }].slice(-MOST);
    if (toast.kind === 'ok') this.#closeLater(id);
    this.app.requestUpdate();
  }

  /** In a while, and not while somebody is about to use it. */
  #closeLater(id: number): void {
    setTimeout(() => {
      if (this.app.renderRoot.querySelector('.toasts:is(:hover, :focus-within)')) this.#closeLater(id);
      else this.#close(id);
    }, CLOSED_AFTER);
  }

  #close(id: number): void {
    this.#shown = this.#shown.filter((each) => each.id !== id);
    this.app.requestUpdate();
  }

  /** Open or close their popover, once they have been rendered. */
  rendered(): void {
    if (this.#popped === this.#shown) return;
    this.#popped = this.#shown;
    const list = this.app.renderRoot.querySelector<HTMLElement>('.toasts');
    if (list && list.matches(':popover-open') !== this.#shown.length > 0) list.togglePopover();
  }

  render(): TemplateResult {
    const { vocabulary } = this.app.text;
    return html`<section class="toasts" popover="manual" aria-label=${vocabulary.toasts} aria-live="polite">
      ${this.#shown.map(
        (each) => html`<div class="toast" role=${each.kind === 'error' ? 'alert' : nothing}>
          ${glyph(each.kind === 'error' ? 'failed' : 'ok')}
          <span class="grow">${each.text}</span>
          ${each.action
            ? html`<button
                class="ghost"
                @click=${() => {
                  each.action!.run();
                  this.#close(each.id);
                }}
              >
                ${each.action.label}
              </button>`
            : nothing}
          <button class="ghost icon-only" aria-label=${vocabulary.verbs.close} @click=${() => this.#close(each.id)}>${icon('close')}</button>
        </div>`,
      )}
    </section>`;
  }
}

export const toastSheet = css`
  .toasts {
    position: fixed;
    inset: auto 16px 16px auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--c-text);
    gap: 8px;
    width: min(420px, calc(100vw - 32px));
  }
  .toasts:popover-open {
    display: grid;
  }
  .toast {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 8px 8px 8px 14px;
    border-radius: 10px;
    background: var(--c-raised);
    border: 1px solid var(--c-line-2);
    box-shadow: var(--c-shadow);
    overflow-wrap: anywhere;
  }
  @container dashboard (max-width: 44.9937rem) {
    .toasts {
      bottom: 72px;
    }
  }
`;
