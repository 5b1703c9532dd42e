// A wallet's address, checked while it is typed; a seed phrase or a private key is cleared at once and sent to nobody.
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { Piece } from '../app';
import { asked, type Schemas } from '../api/client';
import { glyph } from './icons';
import { secretIn } from './secret-words';

const WAIT = 400; // ms without a key until it is checked

export type WalletVerdict = Schemas['WalletVerdict'];

export class WalletField extends Piece {
  static override properties = {
    ...Piece.properties,
    field: { attribute: false },
    value: { attribute: false },
    coin: { attribute: false },
    coinName: { attribute: false },
    pool: { attribute: false },
    label: { attribute: false },
    fault: { attribute: false },
    verdict: { state: true },
    secret: { state: true },
    checking: { state: true },
  };
  static override sheet = css`
    mining-wallet-field textarea {
      font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
      overflow-wrap: anywhere;
      min-height: 58px;
    }
    mining-wallet-field .verdict {
      display: flex;
      gap: 8px;
      align-items: baseline;
      font-size: 0.8125rem;
      margin-top: 6px;
      overflow-wrap: anywhere;
    }
    mining-wallet-field .verdict svg {
      position: relative;
      top: 1px;
    }
  `;
  declare field: string; // the id of its input
  declare value: string;
  declare coin: string; // ticker; '' where nothing says it
  declare coinName: string;
  declare pool: string;
  declare label: string;
  declare fault: string | undefined;
  declare verdict: WalletVerdict | null;
  declare secret: 'seed' | 'key' | null;
  declare checking: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #question = '';

  constructor() {
    super();
    Object.assign(this, { field: 'wallet', value: '', coin: '', coinName: '', pool: '', label: '', verdict: null, secret: null, checking: false });
  }

  override willUpdate(): void {
    const question = [this.value.trim(), this.coin, this.pool].join('\n');
    if (question === this.#question) return;
    const first = this.#question === '';
    this.#question = question;
    this.verdict = null;
    clearTimeout(this.#timer);
    this.checking = this.value.trim() !== '';
    if (this.checking) this.#timer = setTimeout(() => void this.#check(question), first ? 0 : WAIT);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #check(question: string): Promise<void> {
    const body = { wallet: this.value.trim(), ...(this.coin ? { coin: this.coin } : {}), ...(this.pool.trim() ? { pool: this.pool.trim() } : {}) };
    let verdict: WalletVerdict | null = null;
    try {
      verdict = await asked(this.app.http.POST('/wallets/check', { body }));
    } catch {
      // the save says what is wrong; without an answer there is no verdict
    }
    if (question !== this.#question) return;
    this.checking = false;
    this.verdict = verdict;
    this.dispatchEvent(new CustomEvent('wallet-verdict', { detail: verdict, bubbles: true }));
  }

  #typed(event: Event): void {
    const input = event.target as HTMLTextAreaElement;
    this.secret = secretIn(input.value, this.coin);
    if (this.secret) input.value = '';
    this.value = input.value;
    this.dispatchEvent(new CustomEvent('wallet-typed', { detail: this.value, bubbles: true }));
  }

  override render(): TemplateResult {
    const wrong = this.secret ?? this.fault ?? (this.verdict && !this.verdict.valid);
    return html`<div class="field">
      <label class="name" for=${this.field}>${this.label}</label>
      <textarea
        id=${this.field}
        rows="2"
        spellcheck="false"
        autocomplete="off"
        .value=${live(this.value)}
        aria-invalid=${ifDefined(wrong ? 'true' : undefined)}
        aria-describedby="${this.field}-verdict"
        @input=${this.#typed}
      ></textarea>
      <div id="${this.field}-verdict" aria-live="polite">${this.#verdictLine()}</div>
    </div>`;
  }

  #verdictLine(): TemplateResult | typeof nothing {
    const { editor } = this.app.text;
    const { verdict } = this;
    if (this.secret) return html`<p class="verdict err" role="alert">${glyph('failed')}<span>${editor[this.secret]}</span></p>`;
    if (this.fault) return html`<p class="verdict err">${glyph('failed')}<span>${this.fault}</span></p>`;
    if (this.checking) return html`<p class="verdict secondary" aria-hidden="true">${editor.checking}</p>`; // the verdict alone is said
    if (!verdict) return nothing;
    if (!verdict.valid) return html`<p class="verdict err">${glyph('failed')}<span>${editor.invalid(this.app.say({ text: verdict.issue ?? '', ...verdict.wording }))}</span></p>`;
    const end = html`<b class="mono">${this.value.trim().slice(-6)}</b>`;
    return html`<p class="verdict ${verdict.checked ? 'ok' : ''}">
        ${glyph(verdict.checked ? 'ok' : 'hint')}
        <span>${`${verdict.checked ? editor.valid(this.coinName || verdict.coin || '', verdict.kind ?? '') : editor.unchecked} `}${end}</span>
      </p>
      ${verdict.warningWordings.map((each) => html`<p class="verdict warn">${glyph('degraded')}<span>${this.app.say(each)}</span></p>`)}`;
  }
}

customElements.define('mining-wallet-field', WalletField);
