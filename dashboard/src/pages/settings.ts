// Settings: of this browser first, then whom the server notifies, then the server itself.
import { css, html, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';
import { showShortcuts } from '../shell/shortcuts';
import { appearance } from './settings/appearance';
import './settings/browser';
import './settings/data';
import './settings/server';

export const TAG = 'mining-settings-page';

class SettingsPage extends Piece {
  static override sheet = css`
    mining-settings-page .content {
      max-width: 960px;
    }
    mining-server-settings :is(input, select, button) {
      scroll-margin-bottom: 120px; /* not behind the bar that saves */
    }
    mining-server-settings {
      display: grid;
      gap: 20px;
      grid-template-columns: minmax(0, 1fr);
    }
    mining-settings-page select.short {
      width: auto;
    }
    .panel > .setting-group {
      display: grid;
      gap: 12px;
      border-top: 1px solid var(--c-line);
      padding: 16px;
    }
    .topics {
      border: 0;
      margin: 0;
      padding: 0;
    }
    .topics legend {
      font-size: 0.8125rem;
      font-weight: 500;
      padding: 0;
    }
    .targets {
      border-bottom: 1px solid var(--c-line);
    }
    .targets-actions {
      padding: 16px;
    }
    .save-bar {
      position: sticky;
      bottom: 16px;
      z-index: 10;
      display: flex;
      gap: 12px;
      align-items: center;
      flex-wrap: wrap;
      padding: 12px 16px;
      background: var(--c-raised);
      box-shadow: var(--c-shadow);
    }
    @container dashboard (max-width: 44.9937rem) {
      .save-bar {
        bottom: 72px;
      }
    }
  `;

  override render(): TemplateResult {
    const { app } = this;
    return html`${pageHeader(app.text.vocabulary.pages.settings)}
      <div class="content">
        ${appearance(app, () => showShortcuts(app, this.getRootNode() as ShadowRoot))}
        <mining-browser-notices .app=${app}></mining-browser-notices>
        <mining-server-settings .app=${app}></mining-server-settings>
        <mining-data-panel .app=${app}></mining-data-panel>
      </div>`;
  }
}

customElements.define(TAG, SettingsPage);
