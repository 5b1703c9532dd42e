// A question before what cannot be taken back: the title asks, the button answers with the verb.
import { css, html, nothing, render } from 'lit';
import type { Question } from '../app';
import type { Catalogue } from '../text';

let count = 0;

/** Ask, and wait for the answer; the focus goes back to where it was. */
export function ask(root: ParentNode & Node, text: Catalogue, { title, text: body, verb, danger, word }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  const id = `question-${++count}`;
  dialog.setAttribute('aria-labelledby', id);
  dialog.setAttribute('aria-describedby', `${id}-text`);
  dialog.tabIndex = -1;
  return new Promise((resolve) => {
    render(
      html`<form method="dialog">
        <h2 id=${id}>${title}</h2>
        <p class="secondary" id="${id}-text">${body}</p>
        ${word
          ? html`<label class="field"
              ><span>${word.label}</span>
              <input autocomplete="off" spellcheck="false" autofocus @input=${(event: Event) => allow(event.target as HTMLInputElement, word.value)}
            /></label>`
          : nothing}
        <div class="row end">
          <button value="">${text.vocabulary.verbs.cancel}</button>
          <button value="yes" class=${danger ? 'danger solid' : 'primary'} ?disabled=${word !== undefined}>${verb}</button>
        </div>
      </form>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    root.append(dialog);
    dialog.showModal();
    if (!word) dialog.focus(); // on itself, so that a reader says the question and not the first button alone
  });
}

function allow(input: HTMLInputElement, word: string): void {
  input.form!.querySelector<HTMLButtonElement>('button[value=yes]')!.disabled = input.value.trim() !== word;
}

export const dialogSheet = css`
  dialog {
    color: var(--c-text);
    background: var(--c-surface);
    border: 1px solid var(--c-line-2);
    border-radius: 12px;
    padding: 20px;
    width: min(560px, calc(100vw - 32px));
    max-height: calc(100vh - 64px);
    box-shadow: var(--c-shadow);
    overflow: auto;
  }
  dialog:focus-visible {
    outline: none; /* no stop of the Tab key */
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  dialog form {
    display: grid;
    gap: 16px;
  }
  dialog h2 {
    font-size: 1rem;
  }
  .row.end {
    justify-content: flex-end;
  }
`;
