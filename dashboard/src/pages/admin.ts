// The page `admin`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-admin-page';

class AdminPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.admin)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, AdminPage);
