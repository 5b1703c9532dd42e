// <mining-getting>: how a program comes here that no click installs, because nothing proves it or nobody publishes it for this system.
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Piece, type App } from '../app';
import type { Schemas } from '../api/client';
import { pasteable } from '../commands';
import { wayTo } from '../programs';
import { command } from './copy';
import { glyph } from './icons';
import { told } from './program-facts';

type Program = Schemas['Available'];

class Getting extends Piece {
  static override properties = { ...Piece.properties, program: { attribute: false }, refused: { attribute: false }, accepted: { state: true } };
  static override sheet = css`
    mining-getting:not(:empty) {
      display: block;
    }
    mining-getting .getting {
      display: grid;
      gap: 8px;
      justify-items: start;
      font-size: 0.8125rem;
    }
    mining-getting .getting > * {
      max-width: 100%;
    }
    mining-getting .choice {
      align-items: flex-start;
    }
  `;
  declare program: Program;
  declare refused: boolean; // an installation failed because nothing proved the file
  declare accepted: boolean;

  constructor() {
    super();
    Object.assign(this, { refused: false, accepted: false });
  }

  override willUpdate(changed: PropertyValues): void {
    const before = changed.get('program') as Program | undefined;
    if (before && before.type !== this.program.type) this.accepted = false; // the word was given for another program
  }

  override render(): TemplateResult | typeof nothing {
    const way = wayTo(this.program);
    if (way === 'register') return this.#register();
    return way === 'unproven' || this.refused ? this.#unproven() : nothing;
  }

  #register(): TemplateResult {
    const { app, program } = this;
    const words = app.text.miners.program;
    return html`<div class="getting">
      <h3>${glyph('hint')} ${words.ownBuild}</h3>
      <p class="hint">${words.notHere}</p>
      ${program.getting ? html`<p class="hint">${pasteable(told(app, program, 'getting'), app.store.info?.commandLine)}</p>` : nothing}
      ${command(app, `miner-ctrl register ${program.type} /path/to/${program.type}`)} ${this.#again()} ${secondOpinions(app, program)}
    </div>`;
  }

  /** A command in a terminal tells this page nothing. */
  #again(): TemplateResult {
    const look = () => this.dispatchEvent(new CustomEvent('programs-changed', { bubbles: true }));
    return html`<button type="button" class="small" @click=${look}>${this.app.text.miners.program.isDone}</button>`;
  }

  #unproven(): TemplateResult {
    const { app, program, accepted } = this;
    const words = app.text.miners.program;
    return html`<div class="getting unproven">
      <h3>${glyph('degraded')} ${words.unprovenTitle}</h3>
      <p>${words.unprovenText(program.title)}</p>
      ${secondOpinions(app, program)}
      <label class="choice"
        ><input type="checkbox" .checked=${accepted} @change=${(event: Event) => (this.accepted = (event.target as HTMLInputElement).checked)} /><span>${words.accept}</span></label
      >
      ${accepted ? html`<p class="hint">${words.acceptedText}</p>${command(app, `miner-ctrl install ${program.type} --allow-unverified`)} ${this.#again()}` : nothing}
    </div>`;
  }
}

/** Checksums that others collected, to compare with. */
function secondOpinions(app: App, program: Program): TemplateResult | typeof nothing {
  const words = app.text.miners.program;
  const { secondOpinions: opinions } = program;
  if (!opinions.length) return nothing;
  return html`<details>
    <summary>${words.opinions(opinions.length)}</summary>
    <p class="hint">${words.opinionsText}</p>
    ${opinions.map((each) => html`<p class="hint wrap">${each.file}<br /><code class="wrap">${each.sha256}</code><br />${app.say({ text: each.source, ...each.sourceWording })}</p>`)}
  </details>`;
}

customElements.define('mining-getting', Getting);
