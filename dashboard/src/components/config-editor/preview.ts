// What a start would run and write, asked of the API when it is opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import { Piece } from '../../app';
import { asked, type Schemas } from '../../api/client';
import { glyph } from '../icons';
import { button } from '../parts';
import { configOf, type Draft } from './draft';

export class ConfigPreview extends Piece {
  static override properties = { ...Piece.properties, draft: { attribute: false }, check: { state: true }, issue: { state: true }, of: { state: true } };
  static override sheet = css`
    mining-config-preview pre {
      margin: 8px 0 0;
      max-height: 320px;
      overflow: auto;
      background: var(--c-sunken);
      border: 1px solid var(--c-line);
      border-radius: 6px;
      padding: 10px 12px;
      font: 0.78125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    mining-config-preview summary {
      cursor: pointer;
      min-height: 32px;
      padding: 6px 0;
    }
  `;
  declare draft: Draft;
  declare check: Schemas['StartCheck'] | null;
  declare issue: string;
  declare of: string;

  constructor() {
    super();
    Object.assign(this, { check: null, issue: '', of: '' });
  }

  get #now(): string {
    return JSON.stringify([this.draft.minerType, configOf(this.draft)]);
  }

  async #ask(): Promise<void> {
    this.of = this.#now;
    this.issue = '';
    try {
      const params = { path: { type: this.draft.minerType }, query: { name: 'preview' } };
      this.check = await asked(this.app.http.POST('/miners/{type}/check', { params, body: configOf(this.draft) as never }));
    } catch (error) {
      this.check = null;
      this.issue = this.app.explain(error);
    }
  }

  override render(): TemplateResult {
    const { app, check } = this;
    const words = app.text.editor;
    const old = this.of !== '' && this.of !== this.#now;
    return html`<details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && !this.of && void this.#ask()}>
      <summary>${words.preview(check?.files[0] ?? 'config.json')} <span class="hint">${words.previewHint}</span></summary>
      ${old ? html`<p class="row"><span class="hint">${words.previewOld}</span>${button(app, words.previewAgain, () => void this.#ask(), { classes: 'small', changes: true })}</p>` : nothing}
      ${this.issue ? html`<p class="err">${glyph('failed')} ${this.issue}</p>` : nothing}
      ${check?.errors.length
        ? html`<p class="hint">${words.willRefuse}</p>
            <ul>
              ${check.errors.map((each) => html`<li class="hint warn">${glyph('degraded')} ${each.field ? html`<b>${each.field}</b>: ` : nothing}${app.say({ text: each.message, ...each.wording })}</li>`)}
            </ul>`
        : nothing}
      ${check?.warningWordings.map((each) => html`<p class="hint">${glyph('hint')} ${app.say(each)}</p>`)}
      ${check?.command?.length ? html`<h3>${words.command}</h3><pre tabindex="0" aria-label=${words.command}>${check.command.join(' ')}</pre>` : nothing}
      ${check?.previews?.map((each) => html`<h3>${each.name}</h3><pre tabindex="0" aria-label=${each.name}>${each.text}</pre>`)}
    </details>`;
  }
}

customElements.define('mining-config-preview', ConfigPreview);
