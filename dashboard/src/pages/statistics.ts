// The page `statistics`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-statistics-page';

class StatisticsPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.statistics)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, StatisticsPage);
