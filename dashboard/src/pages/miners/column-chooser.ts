// Which columns the table of miners shows; a browser remembers it.
import { css, html, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { COLUMNS } from '../../components/miners-columns';

export function columnChooser(app: App): TemplateResult {
  const words = app.text.miners;
  const hidden = app.preferences.columns['miners'] ?? [];
  const choose = (id: string, shown: boolean) => {
    const others = hidden.filter((each) => each !== id);
    app.prefer({ columns: { ...app.preferences.columns, miners: shown ? others : [...others, id] } });
  };
  return html`<span class="column-chooser">
    <button aria-expanded="false" @click=${open}>${words.columns}</button>
    <fieldset popover @toggle=${toggled}>
      <legend class="hidden">${words.columns}</legend>
      ${COLUMNS.map(
        ({ id }) => html`<label class="choice">
          <input type="checkbox" .checked=${!hidden.includes(id)} @change=${(event: Event) => choose(id, (event.target as HTMLInputElement).checked)} />
          ${app.text.overview.columns[id]}
        </label>`,
      )}
    </fieldset>
  </span>`;
}

function open(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const list = button.nextElementSibling as HTMLElement;
  list.showPopover({ source: button } as never); // its focus order follows the button where the browser can
  const space = button.getBoundingClientRect();
  list.style.setProperty('top', `${Math.max(8, Math.min(space.bottom + 4, innerHeight - list.offsetHeight - 8))}px`);
  list.style.setProperty('left', `${Math.max(8, space.right - list.offsetWidth)}px`);
  list.querySelector('input')?.focus();
}

function toggled(event: Event): void {
  const list = event.currentTarget as HTMLElement;
  list.previousElementSibling?.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open'));
}

export const columnChooserSheet = css`
  .column-chooser fieldset {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 8px 12px;
    color: var(--c-text);
    border: 1px solid var(--c-line-2);
    border-radius: 8px;
    background: var(--c-surface);
    box-shadow: var(--c-shadow);
  }
  .panel > header > .filter {
    width: min(320px, 100%);
    flex: 1 1 200px;
    max-width: 320px;
    margin-right: 0;
  }
  .column-chooser {
    margin-left: auto;
  }
  @container dashboard (max-width: 44.9937rem) {
    .column-chooser {
      display: none;
    }
    .panel > header > .filter {
      max-width: none;
    }
  }
`;
