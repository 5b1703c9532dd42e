// Search: pages, miners, profiles and actions, from the keyboard. Only Enter or a click does anything.
import { css, html, nothing, render } from 'lit';
import { asked, type Schemas } from '../api/client';
import type { App } from '../app';
import { icon } from '../components/icons';
import { adopt } from './adopt';
import { commands, type Command } from './commands';
import { best } from './fuzzy';

const MOST = 50;

export function openSearch(app: App, root: ShadowRoot): void {
  if (root.querySelector('dialog[open]')) return;
  adopt(root, searchSheet);
  const words = app.text.search;
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', words.title);
  let profiles: Schemas['MiningProfile'][] = [];
  let typed = '';
  let at = 0;
  let shown: Command[] = [];

  const run = (command: Command | undefined): void => {
    if (!command) return;
    dialog.close();
    command.run();
  };
  const pressed = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to !== undefined && shown.length) {
      event.preventDefault();
      at = Math.abs(to - at) === 1 ? (to + shown.length) % shown.length : Math.max(0, Math.min(shown.length - 1, to));
      draw();
      dialog.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      run(shown[at]);
    } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      dialog.close();
    }
  };
  const draw = (): void => {
    shown = best(typed, commands(app, profiles), (each) => `${each.text} ${each.hint ?? ''}`).slice(0, MOST);
    at = Math.min(at, Math.max(0, shown.length - 1));
    render(
      html`<div class="search-field">
          ${icon('search')}
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="search-results"
            aria-autocomplete="list"
            aria-activedescendant=${shown.length ? `search-${at}` : nothing}
            aria-label=${words.title}
            placeholder=${words.placeholder}
            autocomplete="off"
            spellcheck="false"
            autofocus
            @keydown=${pressed}
            @input=${(event: Event) => {
              typed = (event.target as HTMLInputElement).value;
              at = 0;
              draw();
            }}
          />
        </div>
        <div role="listbox" id="search-results" aria-label=${words.results}>
          ${shown.map(
            (each, index) => html`<div
              role="option"
              id="search-${index}"
              aria-selected=${index === at ? 'true' : 'false'}
              @click=${() => run(each)}
              @pointermove=${() => {
                if (at === index) return;
                at = index;
                draw();
              }}
            >
              ${icon(each.icon)}<span class="grow">${each.text}</span><span class="hint">${[each.hint, words.kinds[each.kind]].filter(Boolean).join(' · ')}</span>
            </div>`,
          )}
        </div>
        <p class="${shown.length ? 'hidden' : 'secondary none-fits'}" role="status">${shown.length ? words.count(shown.length) : words.none}</p>`,
      dialog,
    );
  };
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  draw();
  root.append(dialog);
  dialog.showModal();
  asked(app.http.GET('/profiles', { params: { query: { limit: 1000 } } })).then(
    (page) => {
      profiles = page.items;
      if (dialog.open) draw();
    },
    () => undefined, // without them it finds the rest
  );
}

const searchSheet = css`
  dialog.search {
    padding: 0;
    margin-top: 12vh;
    overflow: hidden;
  }
  dialog.search[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    max-height: 70vh;
  }
  .search-field {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 4px 16px;
    border-bottom: 1px solid var(--c-line);
  }
  .search-field input:not([type='checkbox'], [type='radio'], [type='range']) {
    border: 0;
    background: none;
    min-height: 48px;
    padding: 0;
    outline: none;
  }
  .search-field:focus-within {
    box-shadow: inset 0 -2px var(--c-focus);
  }
  .search [role='listbox'] {
    overflow-y: auto;
    padding: 6px;
  }
  .search [role='option'] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    padding: 6px 10px;
    border-radius: 6px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .search [role='option'] .hint {
    text-align: right;
  }
  .search [role='option'][aria-selected='true'] {
    background: var(--c-accent-tint);
    outline: 1px solid var(--c-accent);
    outline-offset: -1px;
  }
  .search .none-fits {
    padding: 16px;
  }
`;
