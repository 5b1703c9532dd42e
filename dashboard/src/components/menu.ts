// A menu behind three dots: arrow keys move in it; the browser closes it at Escape or a click elsewhere, and gives the focus back.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app';
import { icon } from './icons';

export interface MenuItem {
  label: string;
  danger?: boolean;
  run(): void;
}

export interface MenuOptions {
  face?: unknown; // what is on the button, else three dots
  reads?: boolean; // whether it works without a server
}

export function menu(app: App, label: string, items: MenuItem[], { face, reads = false }: MenuOptions = {}): TemplateResult {
  return html`<span class="menu" @keydown=${moved}>
    <button
      class=${face ? '' : 'ghost icon-only'}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${face ? nothing : label}
      ?disabled=${app.stale && !reads}
      @click=${open}
    >
      ${face ?? icon('dots')}
    </button>
    <span role="menu" popover aria-label=${label} @toggle=${toggled}>
      ${items.map(
        (item) => html`<button
          role="menuitem"
          tabindex="-1"
          class="ghost ${item.danger ? 'danger' : ''}"
          @click=${(event: Event) => {
            const { button, list } = parts(event.currentTarget as Element);
            list.hidePopover();
            button.focus(); // a dialog that follows gives the focus back to what is there
            item.run();
          }}
        >
          ${item.label}
        </button>`,
      )}
    </span>
  </span>`;
}

function parts(inside: Element): { button: HTMLElement; list: HTMLElement; items: HTMLElement[] } {
  const whole = inside.closest('.menu')!;
  const list = whole.querySelector<HTMLElement>('[role=menu]')!;
  return { button: whole.querySelector('button')!, list, items: [...list.querySelectorAll<HTMLElement>('[role=menuitem]')] };
}

function open(event: Event): void {
  const { button, list, items } = parts(event.currentTarget as Element);
  list.showPopover();
  const space = button.getBoundingClientRect();
  list.style.setProperty('top', `${Math.min(space.bottom + 4, innerHeight - list.offsetHeight - 8)}px`);
  list.style.setProperty('left', `${Math.max(8, space.right - list.offsetWidth)}px`);
  items[0]?.focus();
}

function toggled(event: Event): void {
  const { button } = parts(event.currentTarget as Element);
  button.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open'));
}

function moved(event: KeyboardEvent): void {
  const { items } = parts(event.currentTarget as Element);
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

export const menuSheet = css`
  .menu [role='menu'] {
    position: fixed;
    inset: auto;
    margin: 0;
    color: var(--c-text);
    padding: 4px;
    border-radius: 8px;
    border: 1px solid var(--c-line-2);
    background: var(--c-surface);
    box-shadow: var(--c-shadow);
    min-width: 140px;
  }
  .menu [role='menu']:popover-open {
    display: grid;
  }
  .menu [role='menuitem'] {
    justify-content: flex-start;
    color: var(--c-text);
  }
  .menu [role='menuitem'].danger {
    color: var(--c-err);
  }
`;
