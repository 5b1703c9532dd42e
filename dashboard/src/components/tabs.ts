// Tabs: one of them is in the tab order, arrow keys move between them.
import { css, html, type TemplateResult } from 'lit';

export interface Tab {
  id: string;
  label: unknown;
}

export function tabs(label: string, list: Tab[], chosen: string, choose: (id: string) => void): TemplateResult {
  const moved = (event: KeyboardEvent) => {
    const at = list.findIndex((each) => each.id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const { id } = list.at(to % list.length)!;
    (event.currentTarget as Element).querySelector<HTMLElement>(`#tab-${id}`)?.focus();
    choose(id);
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${moved}>
    ${list.map(
      (each) => html`<button
        role="tab"
        id="tab-${each.id}"
        aria-selected=${each.id === chosen}
        aria-controls="panel-${chosen}"
        tabindex=${each.id === chosen ? 0 : -1}
        @click=${() => choose(each.id)}
      >
        ${each.label}
      </button>`,
    )}
  </div>`;
}

export const tabsSheet = css`
  .tabs {
    display: flex;
    gap: 4px;
    border-bottom: 1px solid var(--c-line);
    overflow-x: auto;
  }
  .tabs [role='tab'] {
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 6px 6px 0 0;
    background: none;
    color: var(--c-text-2);
    min-height: 36px;
    flex: none;
  }
  .tabs [role='tab'][aria-selected='true'] {
    color: var(--c-text);
    border-bottom-color: var(--c-accent);
    font-weight: 600;
  }
  .tabs [role='tab']:focus-visible {
    outline-offset: -2px;
  }
`;
