// A few fields in a dialog: faults appear at their fields, and what was typed stays until it is sent or discarded.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { App } from '../app';
import { faultsIn, NO_FAULTS, type FieldOptions } from './field';

type Values = Record<string, string>;
type Bound = Pick<FieldOptions, 'id' | 'fault'> & { value: string; typed(value: string): void; chosen(value: string): void };

export interface Form {
  title: string;
  verb: string;
  values: Values; // at the beginning
  /** Its fields; each is bound to a value by name. */
  fields(bound: (name: string) => Bound): TemplateResult;
  /** Send it; an error keeps the dialog open. */
  send(values: Values): Promise<void>;
}

let count = 0;

/** Show it, and wait until it was sent or left. */
export function openForm(app: App, root: Node, form: Form): Promise<void> {
  const dialog = document.createElement('dialog');
  const id = `form-${++count}`;
  dialog.setAttribute('aria-labelledby', id);
  let faults = NO_FAULTS;
  let whole = ''; // what is wrong with more than one field
  let busy = false;
  let values = form.values;
  const bound = (name: string): Bound => {
    const set = (value: string) => {
      values = { ...values, [name]: value };
      draw();
    };
    return { id: `${id}-${name}`, value: values[name] ?? '', fault: faults.get(name), typed: set, chosen: set };
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    faults = NO_FAULTS;
    whole = '';
    draw();
    try {
      await form.send(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])));
      dialog.close();
    } catch (error) {
      faults = faultsIn(app, error);
      whole = faults.size ? '' : app.explain(error);
    } finally {
      busy = false;
    }
    draw();
    dialog.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const draw = (): void => {
    render(
      html`<form @submit=${submit}>
        <h2 id=${id}>${form.title}</h2>
        ${form.fields(bound)}
        ${whole ? html`<p class="err" role="alert">${whole}</p>` : nothing}
        <div class="row end">
          <button type="button" @click=${() => dialog.close()}>${app.text.vocabulary.verbs.cancel}</button>
          <button class="primary" aria-disabled=${busy ? 'true' : nothing}>${form.verb}</button>
        </div>
      </form>`,
      dialog,
    );
  };
  draw();
  return new Promise((resolve) => {
    dialog.addEventListener('cancel', (event) => {
      if (values !== form.values) event.preventDefault();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
    root.appendChild(dialog);
    dialog.showModal();
  });
}
