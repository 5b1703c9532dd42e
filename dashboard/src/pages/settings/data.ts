// What a person may take along, and what this browser forgets.
import { html, type TemplateResult } from 'lit';
import { asked } from '../../api/client';
import { Piece } from '../../app';
import { save } from '../../components/copy';
import { icon } from '../../components/icons';
import { button } from '../../components/parts';
import { exportHistory } from '../../export';
import { usual } from '../../preferences';

class DataPanel extends Piece {
  static override properties = { range: { state: true } };
  declare range: string;

  constructor() {
    super();
    this.range = '7d';
  }

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.settings.data;
    const download = (label: string, run: () => Promise<void>) =>
      button(app, html`${icon('download')}${label}`, () => void run().catch((error: unknown) => app.toast({ kind: 'error', text: app.explain(error) })));
    return html`<section class="panel" aria-labelledby="data-title">
      <header><h2 id="data-title">${words.title}</h2><span class="hint">${words.about}</span></header>
      <div class="body row">
        <label class="row"
          ><span>${words.range}</span>
          <select class="short" @change=${(event: Event) => (this.range = (event.target as HTMLSelectElement).value)}>
            ${Object.entries(words.ranges).map(([value, word]) => html`<option value=${value} ?selected=${value === this.range}>${word}</option>`)}
          </select></label
        >
        ${download(words.csv, () => this.#history('csv'))} ${download(words.json, () => this.#history('json'))}
      </div>
      <div class="body row">${download(words.profiles, () => this.#profiles())}<span class="hint">${words.profilesHint}</span></div>
      <div class="body row"><button @click=${() => this.#forget()}>${words.browser}</button><span class="hint">${words.browserHint}</span></div>
    </section>`;
  }

  async #history(format: 'csv' | 'json'): Promise<void> {
    save(await exportHistory(this.app, { format, range: this.range }), `mining-${this.range}.${format}`);
  }

  async #profiles(): Promise<void> {
    const profiles = await asked(this.app.http.GET('/profiles/export'));
    save(new Blob([JSON.stringify(profiles, null, 2)], { type: 'application/json' }), 'mining-profiles.json');
  }

  #forget(): void {
    const { app } = this;
    const before = app.preferences;
    app.prefer(usual());
    const again = { label: app.text.vocabulary.verbs.undo, run: () => app.prefer(before) };
    app.toast({ kind: 'ok', text: app.text.settings.data.forgotten, action: again });
  }
}

customElements.define('mining-data-panel', DataPanel);
