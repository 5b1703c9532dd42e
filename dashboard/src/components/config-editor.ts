// The editor of a configuration: what, pools, wallet, hardware, advanced, in the order of the wizard.
import { css, html, nothing, type TemplateResult } from 'lit';
import { named } from '../algorithm';
import { Piece, type App } from '../app';
import type { Schemas } from '../api/client';
import './config-editor/pool-order';
import './config-editor/preview';
import './wallet-field';
import { optionFields } from './config-editor/options';
import { secondFields } from './config-editor/second';
import { hardwareFields, moreFields } from './config-editor/hardware';
import type { Config, Draft } from './config-editor/draft';
import { selectField, textField } from './field';
import { glyph } from './icons';
import { inOrder } from '../programs';

/** What there is to choose from. */
export interface Choices {
  types: Schemas['Available'][];
  coins: Schemas['ListedCoin'][];
  pools: Schemas['ListedPool'][];
}

export class ConfigEditor extends Piece {
  static override properties = {
    ...Piece.properties,
    draft: { attribute: false },
    choices: { attribute: false },
    faults: { attribute: false },
    nameless: { attribute: false },
    passwordSaved: { attribute: false },
  };
  static override sheet = css`
    mining-config-editor {
      display: block;
    }
    mining-config-editor > section {
      display: grid;
      grid-template-columns: 176px minmax(0, 1fr);
      gap: 12px 32px;
      padding: 20px 24px;
      border-top: 1px solid var(--c-line);
    }
    mining-config-editor > section > div:last-child {
      display: grid;
      gap: 16px;
      min-width: 0;
    }
    mining-config-editor .fields {
      gap: 16px 20px;
    }
    mining-config-editor .second > :not(summary) {
      margin-top: 12px;
    }
    mining-config-editor .second > mining-wallet-field {
      display: block;
    }
    mining-config-editor .below {
      margin-top: 8px;
    }
    mining-config-editor .beside {
      display: flex;
      gap: 10px;
      align-items: center;
    }
    mining-config-editor .field:has(> .amount) {
      position: relative;
    }
    mining-config-editor .amount output {
      position: absolute;
      inset: 0 0 auto auto;
      font-size: 0.8125rem;
    }
    mining-config-editor .beside input[type="number"] {
      max-width: 96px;
    }
    mining-config-editor summary {
      cursor: pointer;
      min-height: 32px;
      padding: 6px 0;
    }
    @container dashboard (max-width: 73.7438rem) {
      mining-config-editor > section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container dashboard (max-width: 44.9937rem) {
    mining-config-editor summary, mining-config-preview summary {
      min-height: 40px;
      padding: 10px 0;
    }
      mining-config-editor > section {
        padding: 16px;
      }
    }
  `;
  declare draft: Draft;
  declare choices: Choices;
  declare faults: Record<string, string>; // by field of the configuration, and `name`
  declare nameless: boolean; // a miner's configuration: name and program stand fast
  declare passwordSaved: boolean;

  constructor() {
    super();
    Object.assign(this, { faults: {}, nameless: false, passwordSaved: false, choices: { types: [], coins: [], pools: [] } });
  }

  /** Tell who holds the draft what it is now. */
  #change(change: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent('draft-change', { detail: { ...this.draft, ...change }, bubbles: true }));
  }

  readonly #rest = (change: Partial<Config>): void => this.#change({ rest: { ...this.draft.rest, ...change } });

  get #type(): Schemas['Available'] | undefined {
    return this.choices.types.find((each) => each.type === this.draft.minerType);
  }

  override render(): TemplateResult {
    const words = this.app.text.editor;
    return html`${this.#section(words.what, words.whatHint, this.#what())} ${this.#section(words.pools, words.poolsHint, this.#pools())}
    ${this.#section(words.walletTitle, words.walletHint, this.#wallet())} ${this.#section(words.hardware, words.hardwareHint, this.#hardware())}
    ${this.#section(words.advanced, words.advancedHint, this.#advanced())}`;
  }

  #section(title: string, hint: string, content: unknown): TemplateResult {
    return html`<section>
      <div>
        <h3>${title}</h3>
        <p class="hint">${hint}</p>
      </div>
      <div>${content}</div>
    </section>`;
  }

  #what(): TemplateResult {
    const { draft, faults, choices } = this;
    const words = this.app.text.editor;
    const kinds = inOrder(choices.types.filter((each) => !each.broken));
    const title = (each: Schemas['Available']) => (each.installed ? words.installed(each.title, each.installedVersion ?? '') : words.notInstalled(each.title));
    const isListed = kinds.some((each) => each.type === draft.minerType);
    const coin = choices.coins.find((each) => each.ticker === draft.coin);
    const fits = (each: Schemas['ListedCoin']) => !each.gone && each.algorithms.some((algorithm) => this.#type?.algorithms.includes(algorithm));
    const coins = choices.coins.filter((each) => each.ticker === draft.coin || fits(each));
    const algorithms = [...new Set([...(draft.algo ? [draft.algo] : []), ...(this.#type?.algorithms ?? [])])];
    return html`<div class="fields">
      ${this.nameless ? nothing : textField({ id: 'profile-name', label: words.labels.name, value: draft.name, fault: faults['name'], typed: (name) => this.#change({ name }) })}
      ${this.nameless
        ? nothing
        : selectField({
            id: 'program',
            label: words.labels.program,
            value: draft.minerType,
            fault: faults['minerType'],
            choices: [...(isListed ? [] : [[draft.minerType, draft.minerType] as [string, string]]), ...kinds.map((each): [string, string] => [each.type, title(each)])],
            chosen: (minerType) => this.#change({ minerType }),
          })}
      ${selectField({
        id: 'coin',
        label: words.labels.coin,
        value: draft.coin,
        fault: faults['coin'],
        choices: [['', words.noCoin], ...coins.map((each): [string, string] => [each.ticker, `${each.name} (${each.ticker})`])],
        chosen: (ticker) => this.#change({ coin: ticker, algo: ticker ? '' : draft.algo }),
      })}
      ${draft.coin && !draft.algo && coin
        ? html`<div class="field">
            <label class="name" for="algo">${words.labels.algo}</label>
            <input id="algo" readonly .value=${coin.algorithms.map(named).join(', ')} aria-describedby="algo-hint" />
            <div class="hint" id="algo-hint">${words.setByCoin}</div>
          </div>`
        : selectField({
            id: 'algo',
            label: words.labels.algo,
            value: draft.algo,
            fault: faults['algo'],
            choices: [['', words.byPool], ...algorithms.map((each): [string, string] => [each, named(each)])],
            chosen: (algo) => this.#change({ algo }),
          })}
    </div>`;
  }

  #pools(): TemplateResult {
    const { draft, faults } = this;
    const firstFaults = draft.pools.map((_, at) => Object.entries(faults).find(([field]) => (at === 0 ? /^(pool|tls)$/.test(field) : field.startsWith(`pools[${at - 1}]`)))?.[1]);
    const listed = this.choices.pools.filter((each) => !draft.coin || each.coin === draft.coin || each.coin === null);
    return html`<div>
      <mining-pool-order
        .app=${this.app}
        .pools=${draft.pools}
        .catalogue=${listed}
        .faults=${firstFaults}
        @pools-change=${(event: CustomEvent<Draft['pools']>) => this.#change({ pools: event.detail })}
      ></mining-pool-order>
    </div>`;
  }

  #wallet(): TemplateResult {
    const { app, draft, faults } = this;
    const words = app.text.editor;
    const coin = this.choices.coins.find((each) => each.ticker === draft.coin);
    const saved = this.passwordSaved && draft.password === null;
    return html`<mining-wallet-field
        .app=${app}
        .label=${words.labels.address}
        .value=${draft.wallet}
        .coin=${draft.coin}
        .coinName=${coin?.name ?? ''}
        .pool=${draft.pools[0]?.pool ?? ''}
        .fault=${faults['wallet']}
        @wallet-typed=${(event: CustomEvent<string>) => this.#change({ wallet: event.detail })}
      ></mining-wallet-field>
      ${this.#ineffective('wallet', words.labels.address)}
      <div class="fields">
        ${textField({ id: 'worker', label: words.labels.worker, value: draft.worker, hint: words.workerHint, fault: faults['worker'], typed: (worker) => this.#change({ worker }) })}
        ${textField({
          id: 'password',
          type: 'password',
          label: words.labels.password,
          value: draft.password ?? '',
          placeholder: saved ? words.passwordUnchanged : words.passwordNone,
          hint: this.passwordSaved ? words.passwordHint : '',
          way: !this.passwordSaved
            ? ''
            : draft.password === null
              ? html`<button type="button" class="link" @click=${() => this.#change({ password: '' })}>${words.passwordClear}</button>`
              : html`<button type="button" class="link" @click=${() => this.#change({ password: null })}>${words.passwordKeep}</button>`,
          fault: faults['password'],
          typed: (password) => this.#change({ password: password === '' && !this.passwordSaved ? null : password }),
        })}
      </div>
      ${this.#second()}`;
  }

  #second(): TemplateResult | typeof nothing {
    const { draft, faults, passwordSaved } = this;
    return secondFields(this.app, this.#type, {
      second: draft.rest.second,
      coins: this.choices.coins,
      faults,
      passwordSaved,
      change: (second) => this.#rest({ second }),
    });
  }

  #ineffective(name: string, label: string): TemplateResult | typeof nothing {
    if (!this.#type?.supports?.ignored?.includes(name)) return nothing;
    return html`<p class="hint">${glyph('hint')} ${this.app.text.editor.ignored(label)}</p>`;
  }

  #hardware(): TemplateResult {
    return hardwareFields(this.app, this.#type, this.draft.rest, this.faults, this.#rest);
  }

  #advanced(): TemplateResult {
    const { app, draft, faults } = this;
    const words = app.text.editor;
    const options = (this.#type?.supports?.options ?? {}) as Record<string, Schemas['Option']>;
    const more = moreFields(app, this.#type, draft, faults, this.#rest, (proxy) => this.#change({ proxy }));
    const fields = optionFields(app, options, draft.rest.options ?? {}, faults, (values) => this.#rest({ options: values as Config['options'] & object }));
    return html`${fields.length + more.length
        ? html`<details>
            <summary>${words.more}</summary>
            <div class="fields">${more}${fields}</div>
          </details>`
        : nothing}
      <mining-config-preview .app=${app} .draft=${draft}></mining-config-preview>`;
  }
}

/** The API's complaints by field, without the place of the configuration in the request. */
export function faultsOf(app: App, fields: Schemas['FieldError'][]): Record<string, string> {
  const sentences = fields.map(({ field, issue, wording }) => [field.replace(/^config\./, ''), app.say({ text: issue, ...wording })] as const);
  return Object.fromEntries(sentences.reverse());
}

/** Those that still hold after an edit: what was changed is no longer what the API complained of. */
export function faultsAfter(faults: Record<string, string>, before: Draft, after: Draft): Record<string, string> {
  const value = (draft: Draft, field: string): unknown => {
    const [, place] = /^pools\[(\d+)\]/.exec(field) ?? [];
    if (place) return draft.pools[Number(place) + 1];
    if (field === 'pool' || field === 'tls') return draft.pools[0];
    const [top = '', inside] = field.split('.');
    const whole = top in draft ? draft[top as keyof Draft] : draft.rest[top as keyof Config];
    return inside ? (whole as Record<string, unknown> | undefined)?.[inside] : whole;
  };
  return Object.fromEntries(Object.entries(faults).filter(([field]) => value(before, field) === value(after, field)));
}

customElements.define('mining-config-editor', ConfigEditor);
