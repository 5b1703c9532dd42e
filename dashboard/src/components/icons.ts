// Icons of pages and actions, and the glyphs of a miner's state: each state has a shape of its own.
import { svg, html, nothing, type TemplateResult } from 'lit';

const PATHS = {
  overview: svg`<path d="M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM9 8h4.5v5.5H9zM2.5 10.5h4.5v3H2.5z"/>`,
  statistics: svg`<path d="M2.5 2.5v11h11M5 9.5l2.5-3 2.5 2 3.5-4.5"/>`,
  miners: svg`<path d="M4 4h8v8H4zM6.5 6.5h3v3h-3zM6 1.5V4M10 1.5V4M6 12v2.5M10 12v2.5M1.5 6H4M1.5 10H4M12 6h2.5M12 10h2.5"/>`,
  profiles: svg`<path d="M2 5h7M13 5h1M2 11h1M7 11h7"/><circle cx="11" cy="5" r="1.8"/><circle cx="5" cy="11" r="1.8"/>`,
  pools: svg`<circle cx="8" cy="8" r="6"/><path d="M2 8h12M8 2c2 2 2.6 4 2.6 6S10 12 8 14c-2-2-2.6-4-2.6-6S6 4 8 2z"/>`,
  admin: svg`<path d="M1.5 8h3l2-5 3 10 2-5h3"/>`,
  settings: svg`<circle cx="8" cy="8" r="2"/><path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4"/>`,
  more: svg`<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>`,
  search: svg`<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5l3.5 3.5"/>`,
  start: svg`<path d="M5 3.2v9.6l7.5-4.8z" fill="currentColor" stroke="none"/>`,
  stop: svg`<path d="M4 4h8v8H4z" fill="currentColor" stroke="none"/>`,
  pause: svg`<path d="M4.5 3.5h2.4v9H4.500zM9.100 3.500h2.400v9H9.100z" fill="currentColor" stroke="none"/>`,
  restart: svg`<path d="M13 8a5 5 0 1 1-1.500-3.600M13 2v3h-3"/>`,
  add: svg`<path d="M8 3v10M3 8h10"/>`,
  grip: svg`<path d="M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1"/>`,
  close: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  check: svg`<path d="M3 8.500l3.500 3.500L13 4.500"/>`,
  copy: svg`<path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3"/>`,
  download: svg`<path d="M8 2v8M4.500 7L8 10.500 11.500 7M2.500 13.500h11"/>`,
  wrap: svg`<path d="M2 4h12M2 8h9.500a2 2 0 0 1 0 4H8M9.500 10L7.500 12l2 2M2 12h3"/>`,
  dots: svg`<circle cx="3" cy="8" r="1" fill="currentColor"/><circle cx="8" cy="8" r="1" fill="currentColor"/><circle cx="13" cy="8" r="1" fill="currentColor"/>`,
  down: svg`<path d="M4 6l4 4 4-4"/>`,
  up: svg`<path d="M4 10l4-4 4 4"/>`,
  right: svg`<path d="M6 4l4 4-4 4"/>`,
  clock: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.500V8l2.500 1.500"/>`,
  link: svg`<path d="M6.500 3H3v10h10V9.500M9 2.500h4.500V7M13 3L7 9"/>`,
  cpu: svg`<path d="M4 4h8v8H4zM6.500 6.500h3v3h-3z"/>`,
  gpu: svg`<path d="M1.500 4.500h13v6h-13zM4 10.500v2M8 10.500v2"/><circle cx="10.500" cy="7.500" r="1.500"/>`,
  memory: svg`<path d="M1.500 5h13v5.500h-13zM4 5v3M7 5v3M10 5v3M13 5v3"/>`,
  brand: svg`<path d="M8 1.500L13.500 4.600v6.800L8 14.500l-5.500-3.100V4.600zM2.500 4.600L8 7.700l5.500-3.100M8 7.700v6.800"/>`,
};

export type IconName = keyof typeof PATHS;

/** An icon beside a word, which says the same: it is silent. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${PATHS[name]}</svg>`;
}

export type GlyphName = 'mining' | 'starting' | 'stopping' | 'degraded' | 'failed' | 'offline' | 'stopped' | 'paused' | 'hint' | 'ok';

const GLYPHS: Record<GlyphName, TemplateResult> = {
  mining: svg`<circle cx="6" cy="6" r="4.500" fill="var(--c-ok)"/>`,
  starting: svg`<circle cx="6" cy="6" r="4.500" fill="none" stroke="var(--c-accent)" stroke-width="1.500"/><path d="M6 1.500a4.500 4.500 0 0 1 0 9z" fill="var(--c-accent)"/>`,
  stopping: svg`<circle cx="6" cy="6" r="4.500" fill="none" stroke="var(--c-text-2)" stroke-width="1.500"/><path d="M6 1.500a4.500 4.500 0 0 0 0 9z" fill="var(--c-text-2)"/>`,
  degraded: svg`<path d="M6 1L11.500 11H.5z" fill="var(--c-warn-mark)"/>`,
  failed: svg`<path d="M3.700.5h4.600l3.200 3.200v4.600l-3.200 3.200H3.700L.5 8.300V3.700z" fill="var(--c-err-solid)"/><path d="M4 4l4 4M8 4L4 8" stroke="#fff" stroke-width="1.400"/>`,
  offline: svg`<circle cx="6" cy="6" r="4.700" fill="none" stroke="var(--c-err)" stroke-width="1.600" stroke-dasharray="2.400 1.600"/><path d="M2.500 9.500l7-7" stroke="var(--c-err)" stroke-width="1.600"/>`,
  stopped: svg`<path d="M1.700 1.700h8.600v8.600H1.700z" fill="none" stroke="var(--c-text-2)" stroke-width="1.500"/>`,
  paused: svg`<path d="M2 1.500h2.700v9H2zM7.300 1.500H10v9H7.300z" fill="var(--c-text-2)"/>`,
  hint: svg`<circle cx="6" cy="6" r="5" fill="none" stroke="var(--c-accent)" stroke-width="1.400"/><path d="M6 5.400v3M6 3.200v.8" stroke="var(--c-accent)" stroke-width="1.400"/>`,
  ok: svg`<path d="M1.500 6.500l3 3 6-7" fill="none" stroke="var(--c-ok)" stroke-width="1.700"/>`,
};

/** The shape of a state; with a label where no word stands beside it. */
export function glyph(name: GlyphName, label?: string): TemplateResult {
  return html`<svg
    class="glyph"
    viewBox="0 0 12 12"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >${GLYPHS[name]}</svg>`;
}
