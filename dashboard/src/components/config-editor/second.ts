// What a program computes beside the main work: a pool, a payee and an algorithm of their own; only where it can do that.
import { html, nothing, type TemplateResult } from 'lit';
import { named } from '../../algorithm';
import type { Schemas } from '../../api/client';
import type { App } from '../../app';
import { selectField, textField } from '../field';
import { glyph } from '../icons';
import type { Config } from './draft';

type Type = Schemas['Available'] | undefined;
type Second = Schemas['SecondWork'];

export interface SecondOptions {
  second: Config['second'];
  coins: Schemas['ListedCoin'][];
  faults: Record<string, string>;
  passwordSaved: boolean;
  change(second: Second | undefined): void;
}

export function secondFields(app: App, type: Type, options: SecondOptions): TemplateResult | typeof nothing {
  const { second, faults, passwordSaved } = options;
  const words = app.text.editor;
  const can = type?.supports?.fields?.includes('second') ?? false;
  if (!can && !second) return nothing;
  const set = (part: Partial<Second>) => options.change(withPart(second, part));
  const value = (name: 'worker' | 'password' | 'algo' | 'coin') => second?.[name] ?? '';
  const fault = (name: keyof Second) => faults[`second.${name}`];
  const beside = type?.supports?.secondAlgorithms ?? [];
  const algorithms = [...new Set([...(second?.algo ? [second.algo] : []), ...(beside.length ? beside : (type?.algorithms ?? []))])];
  const coins = options.coins.filter((each) => each.ticker === second?.coin || (!each.gone && each.algorithms.some((algorithm) => algorithms.includes(algorithm))));
  const coin = options.coins.find((each) => each.ticker === second?.coin);
  const wrong = Object.keys(faults).some((field) => field === 'second' || field.startsWith('second.'));
  return html`<details class="second" ?open=${wrong || !can || Boolean(second)}>
    <summary>${words.second} <span class="hint">${words.secondHint}</span></summary>
    ${can ? nothing : html`<p class="hint warn">${glyph('degraded')} ${words.secondNot}</p>`}
    ${faults['second'] ? html`<p class="hint err fault">${glyph('failed')} ${faults['second']}</p>` : nothing}
    <div class="fields">
      ${textField({ id: 'second-pool', label: words.secondLabels.pool, value: second?.pool ?? '', placeholder: words.poolExample, list: 'catalogue-pools', fault: fault('pool'), typed: (pool) => set({ pool }) })}
      ${selectField({
        id: 'second-tls',
        label: words.secondLabels.tls,
        value: second?.tls == null ? '' : String(second.tls),
        fault: fault('tls'),
        choices: [['', words.byScheme], ['true', words.on], ['false', words.off]],
        chosen: (tls) => set({ tls: tls === '' ? null : tls === 'true' }),
      })}
      ${selectField({
        id: 'second-coin',
        label: words.secondLabels.coin,
        value: value('coin'),
        fault: fault('coin'),
        choices: [['', words.noCoin], ...coins.map((each): [string, string] => [each.ticker, `${each.name} (${each.ticker})`])],
        chosen: (ticker) => set({ coin: ticker }),
      })}
      ${selectField({
        id: 'second-algo',
        label: words.secondLabels.algo,
        value: value('algo'),
        fault: fault('algo'),
        choices: [['', coin ? words.setByCoin : words.byPool], ...algorithms.map((each): [string, string] => [each, named(each)])],
        chosen: (algo) => set({ algo }),
      })}
    </div>
    <mining-wallet-field
      .app=${app}
      .field=${'second-wallet'}
      .label=${words.secondLabels.wallet}
      .value=${second?.wallet ?? ''}
      .coin=${value('coin')}
      .coinName=${coin?.name ?? ''}
      .pool=${second?.pool ?? ''}
      .fault=${fault('wallet')}
      @wallet-typed=${(event: CustomEvent<string>) => set({ wallet: event.detail })}
    ></mining-wallet-field>
    <div class="fields">
      ${textField({ id: 'second-worker', label: words.secondLabels.worker, value: value('worker'), hint: words.workerHint, fault: fault('worker'), typed: (worker) => set({ worker }) })}
      ${textField({
        id: 'second-password',
        type: 'password',
        label: words.secondLabels.password,
        value: value('password'),
        placeholder: passwordSaved ? words.secondPassword : words.passwordNone,
        fault: fault('password'),
        typed: (password) => set({ password }),
      })}
    </div>
    ${second ? html`<p><button type="button" @click=${() => options.change(undefined)}>${words.secondRemove}</button></p>` : nothing}
  </details>`;
}

/** With one part changed; without any part there is no second work. */
export function withPart(second: Config['second'], part: Partial<Second>): Second | undefined {
  const parts = Object.entries({ ...second, ...part }).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return parts.length ? ({ pool: '', wallet: '', ...Object.fromEntries(parts) } as Second) : undefined;
}
