// The miners: what runs, which programs are here and which could be, and the page of one miner.
import { css, html, nothing, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { glyph } from '../components/icons';
import { linkToChange, pageHeader, viewLink } from '../components/parts';
import { tabs } from '../components/tabs';
import './miners/running';
import './miners/programs';
import './miners/detail';
import './miners/edit';

export const TAG = 'mining-miners-page';

const TABS = ['running', 'installed', 'available'] as const;
type Tab = (typeof TABS)[number];

class MinersPage extends Piece {
  static override sheet = css`
    .page-header .crumb {
      color: var(--c-text-2);
      font-weight: 400;
      text-decoration: none;
      padding: 4px 0;
      display: inline-block;
      min-width: 24px;
    }
    .miners-tabs {
      padding: 12px 32px 0;
    }
    .miners-page > .content {
      padding-top: 16px;
    }
    @container dashboard (max-width: 44.9937rem) {
      .miners-tabs {
        padding: 8px 16px 0;
      }
    }
  `;

  override render(): TemplateResult {
    const { app } = this;
    const [name] = app.place.rest;
    if (name !== undefined) return this.#one(name);
    const words = app.text.miners;
    const asked = app.place.query.get('tab') as Tab;
    const tab: Tab = TABS.includes(asked) ? asked : 'running';
    const list = TABS.map((each) => ({ id: each, label: words.tabs[each] }));
    return html`${pageHeader(app.text.vocabulary.pages.miners, nothing, linkToChange(app, 'setup', words.setUp, 'admin', 'button primary'))}
      <div class="miners-tabs">${tabs(words.tabs.label, list, tab, (id) => app.go(id === 'running' ? 'miners' : `miners?tab=${id}`))}</div>
      <div class="content" role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}">
        ${tab === 'running' ? html`<mining-running .app=${app} .view=${app.place}></mining-running>` : html`<mining-programs .app=${app} .tab=${tab}></mining-programs>`}
      </div>`;
  }

  #one(name: string): TemplateResult {
    const { app } = this;
    const isHere = app.store.miners === null || app.store.miner(name);
    if (isHere && app.place.query.has('edit')) return html`<mining-miner-editor .app=${app} .miner=${name}></mining-miner-editor>`;
    if (isHere) return html`<mining-miner .app=${app} .view=${app.place} .miner=${name}></mining-miner>`;
    const words = app.text.miners.one;
    return html`${pageHeader(name)}
      <div class="content">
        <div class="panel nothing">
          ${glyph('hint')}
          <h2>${words.unknown(name)}</h2>
          <p>${words.unknownText}</p>
          ${viewLink(app, 'miners', words.all, 'button')}
        </div>
      </div>`;
  }
}

customElements.define(TAG, MinersPage);
