// Admin: the doctor first, then the machine, the server's log, keys and audit; the timeline is its second view.
import { css, html, nothing, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { pageHeader } from '../components/parts';
import './admin/audit';
import './admin/doctor';
import './admin/keys';
import './admin/log';
import { systemPanels } from './admin/system';
import './admin/timeline';

export const TAG = 'mining-admin-page';

class AdminPage extends Piece {
  static override sheet = css`
    .admin-views {
      display: flex;
      gap: 16px;
    }
    .admin-views a[aria-current] {
      color: var(--c-text);
      font-weight: 600;
      text-decoration-thickness: 2px;
      text-decoration-color: var(--c-accent);
    }
    mining-doctor details {
      border-top: 1px solid var(--c-line);
    }
    mining-doctor summary {
      padding: 12px 16px;
      min-height: 40px;
      cursor: pointer;
    }
    mining-doctor .lines svg.glyph {
      margin-top: 4px;
    }
    mining-doctor .command {
      margin-top: 6px;
    }
    mining-admin-page .facts {
      display: grid;
      grid-template-columns: minmax(100px, 140px) minmax(0, 1fr);
      gap: 8px 16px;
      align-items: baseline;
      font-size: 0.8125rem;
    }
    mining-admin-page .facts dt {
      color: var(--c-text-2);
    }
    .admin-system {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
    }
    .daemon-log select {
      width: auto;
    }
    .daemon-log [role='log'] {
      background: var(--c-sunken);
      border-top: 1px solid var(--c-line);
      border-radius: 0 0 10px 10px;
      height: 320px;
      overflow: auto;
      padding: 8px 16px;
      font: 0.78125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    }
    .daemon-log [role='log'] .line {
      display: flex;
      gap: 12px;
      overflow-wrap: anywhere;
    }
    .daemon-log [role='log'] time, .daemon-log .level {
      flex: none;
      color: var(--c-text-3);
    }
    .daemon-log .level.warn {
      color: var(--c-warn);
    }
    .daemon-log .level.err {
      color: var(--c-err);
    }
    .daemon-log .level {
      min-width: 60px;
      font-size: inherit;
    }
    .new-key {
      border: 1px solid var(--c-line-2);
      border-radius: 6px;
      padding: 12px;
    }
    .audit .wrap {
      min-width: 240px;
    }
    .timeline-filter {
      display: grid;
      gap: 12px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr));
      padding: 12px 16px;
      border-bottom: 1px solid var(--c-line);
    }
    .timeline .lines time {
      flex: none;
      width: 8.5em;
      color: var(--c-text-3);
    }
    .timeline .lines li {
      font-size: 0.8125rem;
    }
    .timeline .lines svg.glyph {
      margin-top: 4px;
    }
    .timeline a.name {
      color: var(--c-text);
      font-weight: 600;
      text-decoration: none;
    }
    @container dashboard (max-width: 44.9937rem) {
      mining-admin-page .facts {
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
      mining-admin-page .facts dd {
        margin-bottom: 8px;
      }
      .timeline .lines li {
        flex-wrap: wrap;
      }
      .timeline .lines .grow {
        flex-basis: 100%;
        order: 2;
      }
      .daemon-log [role='log'] .line {
        flex-wrap: wrap;
        gap: 0 12px;
      }
      .daemon-log [role='log'] .grow {
        flex-basis: 100%;
      }
    }
  `;

  override render(): TemplateResult {
    const { app } = this;
    const isTimeline = app.place.rest[0] === 'timeline';
    const { admin } = app.text;
    const link = (view: string, text: string, isCurrent: boolean) =>
      html`<a href=${app.link(view)} aria-current=${isCurrent ? 'page' : nothing} @click=${(event: MouseEvent) => this.#follow(event, view)}>${text}</a>`;
    return html`${pageHeader(
        app.text.vocabulary.pages.admin,
        html`<span class="admin-views">${link('admin', admin.health, !isTimeline)}${link('admin/timeline', admin.timeline, isTimeline)}</span>`,
      )}
      <div class="content">
        ${isTimeline
          ? html`<h2 class="hidden">${admin.timeline}</h2><mining-timeline .app=${app}></mining-timeline>`
          : html`<mining-doctor .app=${app}></mining-doctor>
              <div class="admin-system">${systemPanels(app)}</div>
              <mining-daemon-log .app=${app}></mining-daemon-log>
              <mining-access-keys .app=${app}></mining-access-keys>
              <mining-audit .app=${app}></mining-audit>`}
      </div>`;
  }

  #follow(event: MouseEvent, view: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.app.go(view);
  }
}

customElements.define(TAG, AdminPage);
