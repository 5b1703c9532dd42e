// Messages that come and go; an error stays until it is closed, and is never only here.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App, Toast } from '../app';
import { glyph, icon } from '../components/icons';

export type ShownToast = Toast & { id: number };

export function toasts(app: App, shown: ShownToast[], close: (id: number) => void): TemplateResult {
  return html`<section class="toasts" popover="manual" aria-label=${app.text.vocabulary.toasts} aria-live="polite">
    ${shown.map(
      (each) => html`<div class="toast" role=${each.kind === 'error' ? 'alert' : nothing}>
        ${glyph(each.kind === 'error' ? 'failed' : 'ok')}
        <span class="grow">${each.text}</span>
        ${each.action
          ? html`<button
              class="ghost"
              @click=${() => {
                each.action!.run();
                close(each.id);
              }}
            >
              ${each.action.label}
            </button>`
          : nothing}
        <button class="ghost icon-only" aria-label=${app.text.vocabulary.verbs.close} @click=${() => close(each.id)}>${icon('close')}</button>
      </div>`,
    )}
  </section>`;
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
