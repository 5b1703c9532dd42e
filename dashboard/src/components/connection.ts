// How the connection is: its shape, and in a narrow host its word in the head of the overview.
import { html, type TemplateResult } from 'lit';
import type { ConnectionState } from '../api/live';
import type { App } from '../app';
import { glyph, icon, type GlyphName } from './icons';

export const CONNECTION: Record<ConnectionState, GlyphName> = {
  connecting: 'starting',
  live: 'mining',
  polling: 'degraded',
  reconnecting: 'starting',
  offline: 'offline',
  unauthorized: 'failed',
};

/** The connection and the search, which a telephone keeps behind “More” elsewhere. */
export function connectionAndSearch(app: App): TemplateResult {
  const { state } = app.store.connection;
  const { connection, search } = app.text.vocabulary;
  return html`<span class="row nowrap connection-word ${state === 'offline' || state === 'unauthorized' ? 'err' : ''}">${glyph(CONNECTION[state])}${connection[state]}</span>
    <button class="ghost icon-only" aria-label=${search} @click=${() => app.openSearch()}>${icon('search')}</button>`;
}
