// Third step: the public address, checked while it is typed.
import { html, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { textField } from '../../components/field';
import { glyph } from '../../components/icons';
import type { WalletVerdict } from '../../components/wallet-field';
import type { Wizard } from './wizard';

export function walletStep(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.wallet;
  const { answers, coin } = wizard;
  return html`<p class="secondary">${coin ? words.text(coin.name) : words.plain}</p>
    <mining-wallet-field
      .app=${app}
      .label=${coin ? words.label(coin.name) : words.plainLabel}
      .value=${answers.wallet}
      .coin=${answers.coin}
      .coinName=${coin?.name ?? ''}
      .pool=${answers.pool}
      .fault=${wizard.faults['wallet']}
      @wallet-typed=${(event: CustomEvent<string>) => wizard.answer({ wallet: event.detail })}
      @wallet-verdict=${(event: CustomEvent<WalletVerdict | null>) => wizard.judged(event.detail)}
    ></mining-wallet-field>
    <p class="hint">${words.noAddress(coin?.name ?? '')}</p>
    <div class="panel never">
      ${glyph('hint')}
      <div><h2>${words.never}</h2><p class="hint">${words.neverText}</p></div>
    </div>
    <div class="short">
      ${textField({ id: 'worker', label: words.worker, value: answers.worker, hint: words.workerHint, fault: wizard.faults['worker'], typed: (worker) => wizard.answer({ worker }) })}
    </div>`;
}
