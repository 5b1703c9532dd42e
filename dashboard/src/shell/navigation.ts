// Navigation: a sidebar, a rail, or a bar at the bottom, by the width of the host; below it how the connection is.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app';
import { glyph, icon, type GlyphName, type IconName } from '../components/icons';
import { isProblem, stateOf } from '../state';
import { VERSION } from '../version';

type Page = 'overview' | 'statistics' | 'miners' | 'profiles' | 'pools' | 'admin' | 'settings';

const GROUPS: [keyof App['text']['vocabulary']['groups'], Page[]][] = [
  ['monitor', ['overview', 'statistics']],
  ['mine', ['miners', 'profiles', 'pools']],
  ['system', ['admin', 'settings']],
];
const IN_THE_BAR: Page[] = ['overview', 'miners', 'profiles'];

const CONNECTION: Record<string, GlyphName> = {
  connecting: 'starting',
  live: 'mining',
  polling: 'degraded',
  reconnecting: 'starting',
  offline: 'offline',
  unauthorized: 'failed',
};

export function navigation(app: App): TemplateResult {
  const { vocabulary } = app.text;
  const item = (page: Page) => {
    const current = app.place.page === page;
    return html`<li class=${IN_THE_BAR.includes(page) ? '' : 'rest'}>
      <a
        href=${app.link(page)}
        aria-current=${current ? 'page' : nothing}
        title=${vocabulary.pages[page]}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          closeMore(event);
          app.go(page);
        }}
        >${icon(page as IconName)}<span class="word">${vocabulary.pages[page]}</span>${badge(app, page)}</a
      >
    </li>`;
  };
  return html`<nav part="nav" aria-label=${vocabulary.navigation}>
    <div class="brand"><slot name="brand">${icon('brand')}<span class="word">${vocabulary.brand}</span></slot></div>
    <button class="find" title=${vocabulary.search} @click=${() => app.openSearch()}>
      ${icon('search')}<span class="word">${vocabulary.search}</span><kbd class="word">Ctrl K</kbd>
    </button>
    <ul class="bar">
      ${IN_THE_BAR.map(item)}
      <li>
        <button class="more" aria-expanded="false" @click=${toggleMore}>${icon('more')}<span class="word">${vocabulary.more}</span></button>
      </li>
    </ul>
    <div class="groups">
      ${GROUPS.map(
        ([group, names]) => html`<div class="group">
          <div class="label" id="group-${group}">${vocabulary.groups[group]}</div>
          <ul aria-labelledby="group-${group}">
            ${names.map(item)}
          </ul>
        </div>`,
      )}
    </div>
    <div class="connection">${connection(app)}</div>
    <slot name="nav-end"></slot>
  </nav>`;
}

/** How the connection is, in a word and since when. */
function connection(app: App): TemplateResult {
  const { store, text, numbers } = app;
  const { state, lastData } = store.connection;
  const words = text.vocabulary.connection;
  const live = state === 'live' || state === 'polling';
  const when = lastData === null ? words.noDataYet : live ? words.updated(numbers.ago(lastData)) : words.lastData(numbers.time(lastData));
  return html`<p class="state">${glyph(CONNECTION[state] ?? 'offline')}<span>${words[state]}</span></p>
    <p class="hint word">${when}</p>
    <p class="hint word">${new URL(app.baseUrl).host} · ${store.info?.platformVersion ?? VERSION}</p>`;
}

function badge(app: App, page: Page): TemplateResult | typeof nothing {
  const { store } = app;
  if (page === 'overview') {
    const urgent = store.attention.filter((each) => each.severity !== 'hint').length || countProblems(app);
    return urgent ? html`<span class="badge warn">${glyph('degraded')}${urgent}</span>` : nothing;
  }
  if (page === 'miners' && store.miners?.length) return html`<span class="badge">${store.miners.length}</span>`;
  return nothing;
}

function countProblems(app: App): number {
  return (app.store.miners ?? []).filter((each) => isProblem(stateOf(each))).length;
}

function toggleMore(event: Event): void {
  const nav = (event.currentTarget as HTMLElement).closest('nav');
  const open = nav?.toggleAttribute('data-open') ?? false;
  (event.currentTarget as HTMLElement).setAttribute('aria-expanded', String(open));
}

function closeMore(event: Event): void {
  const nav = (event.currentTarget as HTMLElement).closest('nav');
  nav?.removeAttribute('data-open');
  nav?.querySelector('.more')?.setAttribute('aria-expanded', 'false');
}
