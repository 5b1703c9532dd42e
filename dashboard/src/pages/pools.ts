// The page `pools`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-pools-page';

class PoolsPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.pools)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, PoolsPage);
