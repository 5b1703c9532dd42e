// The page `settings`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-settings-page';

class SettingsPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.settings)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, SettingsPage);
