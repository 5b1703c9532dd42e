// Where the server sends its notifications: added, removed, and tested with a result for each.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type Schemas } from '../../api/client';
import { Piece } from '../../app';
import { textField } from '../../components/field';
import { openForm } from '../../components/form-dialog';
import { glyph, icon } from '../../components/icons';
import { button } from '../../components/parts';
import type { View } from './change';

type Delivery = Schemas['Delivery'];

class Targets extends Piece {
  static override properties = { view: { attribute: false }, changed: { attribute: false }, results: { state: true }, issue: { state: true }, busy: { state: true } };
  declare view: View;
  declare changed: (view: View) => void;
  declare results: Delivery[];
  declare issue: string;
  declare busy: boolean;

  constructor() {
    super();
    Object.assign(this, { results: [], issue: '', busy: false });
  }

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.settings.targets;
    const targets = this.view.values.notify ?? [];
    const test = { busy: this.busy ? words.testing : null, changes: true };
    return html`<ul class="lines targets">
        ${targets.map((target) => this.#row(target))} ${targets.length ? nothing : html`<li class="secondary">${words.none}</li>`}
      </ul>
      <div class="targets-actions row">
        ${button(app, html`${icon('add')}${words.add}`, () => void this.#add(), { needs: 'admin' })}
        ${targets.length ? button(app, words.test, () => void this.#test(), test) : nothing}
      </div>
      ${this.issue ? html`<p class="targets-actions err" role="alert">${this.issue}</p>` : nothing}`;
  }

  #row(target: string): TemplateResult {
    const { app } = this;
    const words = app.text.settings.targets;
    const result = this.results.find((each) => each.target === target);
    return html`<li>
      <div class="grow">
        <span class="mono">${target}</span>
        <div role="status">${result ? html`<span class="row ${result.ok ? 'ok' : 'err'}">${glyph(result.ok ? 'ok' : 'failed')}<span class="grow">${result.ok ? words.taken : app.say({ text: result.issue ?? '', ...result.wording })}</span></span>` : nothing}</div>
      </div>
      ${button(app, app.text.vocabulary.verbs.remove, () => void this.#remove(target), { classes: 'small ghost', label: words.remove(target), needs: 'admin' })}
    </li>`;
  }

  /** Masks stand for the targets that are there, so that nothing hidden is lost. */
  async #put(notify: string[]): Promise<void> {
    this.changed(await asked(this.app.http.PUT('/settings', { body: { notify } })));
  }

  async #add(): Promise<void> {
    const { app } = this;
    const words = app.text.settings.targets;
    await openForm(app, this.getRootNode(), {
      title: words.add,
      verb: app.text.vocabulary.verbs.add,
      values: { notify: '' },
      fields: (bound) => textField({ label: words.url, hint: words.urlHint, ...bound('notify') }),
      send: async ({ notify: url = '' }) => {
        const act = { action: 'settings.change', targets: ['notify'], done: words.added, quiet: true };
        await app.act(act, () => this.#put([...(this.view.values.notify ?? []), url]));
      },
    });
  }

  async #remove(target: string): Promise<void> {
    const { app } = this;
    const words = app.text.settings.targets;
    if (!(await app.ask({ title: words.removeTitle(target), text: words.removeText, verb: app.text.vocabulary.verbs.remove, danger: true }))) return;
    const rest = (this.view.values.notify ?? []).filter((each) => each !== target);
    await app.act({ action: 'settings.change', targets: ['notify'], done: words.removed }, () => this.#put(rest));
  }

  async #test(): Promise<void> {
    this.busy = true;
    this.results = [];
    try {
      const act = { action: 'notifications.test', targets: this.view.values.notify ?? [], quiet: true };
      const answer = await this.app.act(act, () => asked(this.app.http.POST('/notifications/test')));
      this.results = answer?.results ?? [];
      this.issue = '';
    } catch (error) {
      this.issue = this.app.explain(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('mining-notification-targets', Targets);
