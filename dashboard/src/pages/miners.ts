// The page `miners`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-miners-page';

class MinersPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.miners)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, MinersPage);
