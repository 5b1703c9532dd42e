// The page `profiles`.
import { html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';

export const TAG = 'mining-profiles-page';

class ProfilesPage extends Piece {
  override render(): TemplateResult {
    return html`${pageHeader(this.app.text.common.pages.profiles)}
      <div class="content"></div>`;
  }
}

customElements.define(TAG, ProfilesPage);
