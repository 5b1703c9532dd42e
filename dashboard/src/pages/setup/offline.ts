// The wizard on a machine without internet: what can be done there, and the simulated miner at once.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { offlineWays } from '../../components/offline-ways';
import { button } from '../../components/parts';
import type { Wizard } from './wizard';

export function withoutInternet(app: App, wizard: Wizard, open: boolean): TemplateResult {
  const { program } = wizard;
  const { setup } = app.text;
  return html`<details class="offline" ?open=${open}>
    <summary>${setup.offline}</summary>
    ${program && !program.simulated && !program.installed ? offlineWays(app, program.type) : nothing}
    <p class="hint">${setup.coin.tryText}</p>
    ${button(app, setup.coin.tryOut, () => void wizard.tryOut(), { needs: 'admin', busy: wizard.busy ? app.text.vocabulary.busy.start : null })}
  </details>`;
}
