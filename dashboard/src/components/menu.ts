// A menu behind three dots: arrow keys move in it, Escape closes it and gives the focus back, a click elsewhere closes it.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App, Needed } from '../app';
import { icon } from './icons';

export interface MenuItem {
  label: string;
  danger?: boolean;
  needs?: Needed; // the role that it needs beyond an operator's
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
    <span role="menu" popover aria-hidden="true" aria-label=${label} @toggle=${toggled}>
      ${items.map((item) => {
        const refusal = item.needs ? app.refusal(item.needs) : null;
        return html`<button
          role="menuitem"
          tabindex="-1"
          class="ghost ${item.danger ? 'danger' : ''}"
          data-needs=${item.needs ?? nothing}
          aria-disabled=${refusal ? 'true' : nothing}
          title=${refusal ?? nothing}
          @click=${(event: Event) => {
            if (refusal) return app.toast({ kind: 'error', text: refusal });
            const { button, list } = parts(event.currentTarget as Element);
            list.hidePopover();
            button.focus(); // a dialog that follows gives the focus back to what is there
            item.run();
          }}
        >
          ${item.label}
        </button>`;
      })}
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
  list.setAttribute('aria-hidden', 'false'); // before the focus is in it
  const space = button.getBoundingClientRect();
  list.style.setProperty('top', `${Math.min(space.bottom + 4, innerHeight - list.offsetHeight - 8)}px`);
  list.style.setProperty('left', `${Math.max(8, space.right - list.offsetWidth)}px`);
  items[0]?.focus();
}

function toggled(event: Event): void {
  const { button, list } = parts(event.currentTarget as Element);
  const isOpen = (event as ToggleEvent).newState === 'open';
  button.setAttribute('aria-expanded', String(isOpen));
  // A row out of sight has no style, so that a reader would find its menu although it is closed.
  list.setAttribute('aria-hidden', String(!isOpen));
}

function moved(event: KeyboardEvent): void {
  const { button, list, items } = parts(event.currentTarget as Element);
  if (event.key === 'Escape' && list.matches(':popover-open')) {
    event.preventDefault();
    event.stopPropagation(); // it closes nothing else
    list.hidePopover();
    button.focus();
    return;
  }
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
