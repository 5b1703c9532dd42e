// The list of keys, and the switch that turns single ones off.
import { css, html, render, type TemplateResult } from 'lit';
import type { App } from '../app';
import { adopt } from './adopt';
import { GO } from './hotkeys';

type Row = [keys: TemplateResult, what: string];

export function showShortcuts(app: App, root: ShadowRoot): void {
  if (root.querySelector('dialog[open]')) return;
  adopt(root, shortcutsSheet);
  const words = app.text.search.shortcuts;
  const { pages } = app.text.vocabulary;
  const key = (name: string) => html`<kbd>${name}</kbd>`;
  const groups: [string, Row[]][] = [
    [
      words.groups.anywhere,
      [
        [html`${key('Ctrl')} ${key('K')} / ${key('⌘')} ${key('K')}`, words.search],
        [key('?'), words.help],
        [key('/'), words.filter],
        [html`${key('[')} ${key(']')}`, words.range],
        [key('Esc'), words.close],
      ],
    ],
    [
      words.groups.pages,
      Object.entries(GO).map(([letter, page]): Row => [html`${key('G')} ${words.then} ${key(letter.toUpperCase())}`, pages[page as keyof typeof pages]]),
    ],
    [
      words.groups.lists,
      [
        [html`${key('←')} ${key('→')}`, words.point],
        [html`${key('Home')} ${key('End')}`, words.ends],
      ],
    ],
    [
      words.groups.editing,
      [
        [html`${key('↑')} ${key('↓')}`, words.history],
        [html`${key('Alt')} ${key('↑')} ${key('↓')}`, words.movePool],
        [html`${key('Ctrl')} ${key('S')}`, words.save],
        [html`${key('Ctrl')} ${key('Enter')}`, words.saveRestart],
      ],
    ],
  ];
  const dialog = document.createElement('dialog');
  dialog.className = 'shortcuts';
  dialog.setAttribute('aria-labelledby', 'shortcuts-title');
  render(
    html`<form method="dialog">
      <h2 id="shortcuts-title">${words.title}</h2>
      <p class="secondary">${words.where}</p>
      <label class="choice"
        ><input type="checkbox" role="switch" class="switch" ?checked=${app.preferences.hotkeys} @change=${(event: Event) => app.prefer({ hotkeys: (event.target as HTMLInputElement).checked })} />${words.on}</label
      >
      ${groups.map(
        ([title, rows]) => html`<section>
          <h3>${title}</h3>
          <dl>
            ${rows.map(([keys, what]) => html`<div><dt>${keys}</dt><dd>${what}</dd></div>`)}
          </dl>
        </section>`,
      )}
      <div class="row end"><button autofocus>${app.text.vocabulary.verbs.close}</button></div>
    </form>`,
    dialog,
  );
  dialog.addEventListener('close', () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
}

const shortcutsSheet = css`
  .shortcuts dl {
    display: grid;
    gap: 2px 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  .shortcuts dl > div {
    display: flex;
    gap: 12px;
    align-items: baseline;
    min-height: 28px;
  }
  .shortcuts dt {
    flex: none;
    min-width: 110px;
  }
  .shortcuts kbd {
    font: inherit;
    font-size: 0.75rem;
    border: 1px solid var(--c-line-2);
    border-radius: 4px;
    padding: 1px 6px;
    background: var(--c-raised);
  }
`;
