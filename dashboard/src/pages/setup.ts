// The page `setup`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-setup-page';

class SetupPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.setup)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, SetupPage);
