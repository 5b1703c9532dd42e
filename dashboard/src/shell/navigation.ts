// Navigation: a sidebar, a rail, or a bar at the bottom, by the width of the host; below it how the connection is.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { App } from '../app';
import { CONNECTION } from '../components/connection';
import { glyph, icon, type IconName } from '../components/icons';
import { isProblem, stateOf } from '../state';
import { VERSION } from '../version';

type Page = 'overview' | 'statistics' | 'miners' | 'profiles' | 'pools' | 'admin' | 'settings';

const GROUPS: [keyof App['text']['vocabulary']['groups'], Page[]][] = [
  ['monitor', ['overview', 'statistics']],
  ['mine', ['miners', 'profiles', 'pools']],
  ['system', ['admin', 'settings']],
];
const IN_THE_BAR: Page[] = ['overview', 'miners', 'profiles'];

export function navigation(app: App): TemplateResult {
  const { store } = app;
  return html`<nav part="nav" aria-label=${app.text.vocabulary.navigation}>
    ${guard([app.text, app.link(''), app.place.page, store.connection.state, urgentOf(app), store.miners?.length], () => places(app))}
    <div class="connection">${connection(app)}</div>
    <slot name="nav-end"></slot>
  </nav>`;
}

/** All but how the connection is: it is another one seldom. */
function places(app: App): TemplateResult {
  const { vocabulary } = app.text;
  const item = (page: Page) => {
    const current = app.place.page === page;
    const label = [vocabulary.pages[page], badgeText(app, page)].filter(Boolean).join(', ');
    return html`<li class=${IN_THE_BAR.includes(page) ? '' : 'rest'}>
      <a
        href=${app.link(page)}
        aria-current=${current ? 'page' : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          closeMore(event);
          app.go(page);
        }}
        ><span class="tip" title=${label} aria-hidden="true">${icon(page as IconName)}</span><span class="word">${vocabulary.pages[page]}</span>${badge(app, page)}</a
      >
    </li>`;
  };
  return html`<div class="brand"><slot name="brand">${icon('brand')}<span class="word">${vocabulary.brand}</span></slot></div>
    <button class="find" title=${vocabulary.search} aria-keyshortcuts="Control+K" @click=${() => app.openSearch()}>
      ${icon('search')}<span class="word">${vocabulary.search}</span><kbd class="word" aria-hidden="true">Ctrl K</kbd>
    </button>
    <ul class="bar">
      ${IN_THE_BAR.map(item)}
      <li>
        <button class="more" aria-expanded="false" @click=${toggleMore}>${icon('more')}<span class="word">${vocabulary.more}</span>${lostConnection(app)}</button>
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
    </div>`;
}

/** How the connection is, in a word and since when. */
function connection(app: App): TemplateResult {
  const { store, text, numbers } = app;
  const { state, lastData } = store.connection;
  const words = text.vocabulary.connection;
  const live = state === 'live' || state === 'polling';
  const when = lastData === null ? words.noDataYet : live ? words.updated(numbers.ago(lastData)) : words.lastData(numbers.time(lastData));
  return html`${guard([words, state], () => html`<p class="state">${glyph(CONNECTION[state])}<span>${words[state]}</span></p>`)}
    <p class="hint word">${when}</p>
    ${guard([app.http, store.info], () => html`<p class="hint word">${new URL(app.baseUrl).host} · ${store.info?.platformVersion ?? VERSION}</p>`)}`;
}

/** On a telephone the connection stands behind “More”; what is wrong with it shows outside. */
function lostConnection(app: App): TemplateResult | typeof nothing {
  const { state } = app.store.connection;
  if (state === 'live' || state === 'connecting') return nothing;
  return html`<span class="badge">${glyph(CONNECTION[state], app.text.vocabulary.connection[state])}</span>`;
}

/** What needs attention, and how many miners there are; 0: nothing to say. */
function countOf(app: App, page: Page): number {
  const { store } = app;
  if (page === 'overview') return urgentOf(app);
  return page === 'miners' ? (store.miners?.length ?? 0) : 0;
}

/** The badge in words. */
function badgeText(app: App, page: Page): string {
  const count = countOf(app, page);
  if (!count) return '';
  return page === 'overview' ? app.text.vocabulary.needAttention(count) : app.numbers.count(count);
}

function badge(app: App, page: Page): TemplateResult | typeof nothing {
  const count = countOf(app, page);
  const said = html`<span aria-hidden="true">${count}</span><span class="hidden">, ${badgeText(app, page)}</span>`;
  if (page === 'overview') {
    return count ? html`<span class="badge warn">${glyph('degraded')}${said}</span>` : nothing;
  }
  return count ? html`<span class="badge count">${said}</span>` : nothing;
}

/** How much needs attention; where nothing is listed, how many miners have a problem. */
function urgentOf({ store }: App): number {
  return store.attention.filter((each) => each.severity !== 'hint').length || (store.miners ?? []).filter((each) => isProblem(stateOf(each))).length;
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
