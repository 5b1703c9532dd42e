// Small parts that pages are made of.
import { html, nothing, type TemplateResult } from 'lit';
import type { App, Needed } from '../app';
import { NONE, type Quantity } from '../text/numbers';

/** A number and its unit; no data is said to who cannot see the dash. */
export function quantity(app: App, { value, unit }: Quantity): TemplateResult {
  if (value === NONE) return none(app);
  if (value === '0' && unit.endsWith('H/s')) return html`<span class="zero">0\u202f${unit}</span>`;
  return unit ? html`${value}<span class="unit">${`\u202f${unit}`}</span>` : html`${value}`;
}

export function none(app: App): TemplateResult {
  return html`<span class="unit" role="img" aria-label=${app.text.vocabulary.noData}>${NONE}</span>`;
}

/** A text that may be missing. */
export function orNone(app: App, text: string): TemplateResult | string {
  return text === NONE ? none(app) : text;
}

/** A text of a number and its unit, each as large as in `quantity`. */
export function withUnit(app: App, text: string): TemplateResult {
  const [value = '', unit = ''] = text.split('\u202f');
  return quantity(app, { value, unit });
}

/** A text with figures that change each second: its room is that of as many noughts, so that others are laid out in it alone, and not in the page. */
export function steady(text: string): TemplateResult {
  return html`<span class="steady" data-room=${text.replace(/\d/g, '0')}><span>${text}</span></span>`;
}

/** An address that goes to the next line after a dot or before its port, and not within a word. */
export function breakable(address: string): TemplateResult[] {
  return address.split(/(?<=\.)|(?=:\d)/).map((part, at) => html`${at ? html`<wbr />` : nothing}${part}`);
}

/** The host of a pool alone, where there is no room for its port. */
export function hostOf(pool: string): string {
  return pool.replace(/:\d+$/, '');
}

/** How long ago, with the exact time for who asks. */
export function ago(app: App, at: string | null | undefined): TemplateResult {
  if (!at) return html`<span>${app.text.vocabulary.never}</span>`;
  return html`<time datetime=${at} title=${app.numbers.dateTime(at)}>${app.numbers.ago(at)}</time>`;
}

export function clock(app: App, at: string): TemplateResult {
  return html`<time datetime=${at} title=${app.numbers.dateTime(at)}>${app.numbers.time(at)}</time>`;
}

/** The head of a page: title, what it is about, actions. */
export function pageHeader(title: unknown, about: unknown = nothing, actions: unknown = nothing): TemplateResult {
  return html`<header class="page-header" part="header">
    <h1>${title}</h1>
    ${about === nothing ? nothing : html`<span class="about">${about}</span>`}
    <span class="grow"></span>
    ${actions}
    <slot name="header-end"></slot>
  </header>`;
}

/** A link to another view of the dashboard. */
export function viewLink(app: App, view: string, text: unknown, classes = ''): TemplateResult {
  return html`<a
    class=${classes}
    href=${app.link(view)}
    @click=${(event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      app.go(view);
    }}
    >${text}</a
  >`;
}

/** A link to where something is changed: not there while read-only, unavailable where the role does not suffice. */
export function linkToChange(app: App, view: string, text: unknown, needs: Needed, classes = 'button'): TemplateResult {
  if (app.locked) return html``;
  return app.refusal(needs) ? button(app, text, () => undefined, { needs, classes: classes.replace(/\bbutton\b/, '') }) : viewLink(app, view, text, classes);
}

export interface ButtonOptions {
  classes?: string;
  busy?: string | null; // what it says while it works
  label?: string; // where it has no words
  changes?: boolean; // whether it changes something: not there while read-only, unavailable without a server
  needs?: Needed; // the role that the change needs; an operator without anything else
}

/** A button that says why it is unavailable. */
export function button(app: App, text: unknown, run: () => void, options: ButtonOptions = {}): TemplateResult {
  const { classes = '', busy = null, label, changes = false, needs = changes ? 'operator' : null } = options;
  if (needs && app.locked) return html``;
  const refusal = needs && app.refusal(needs);
  const why = needs && app.stale ? app.text.vocabulary.offline.unavailable : refusal;
  return html`<button
    class=${classes}
    data-needs=${needs ?? nothing}
    aria-disabled=${busy || why ? 'true' : nothing}
    aria-label=${label ?? nothing}
    title=${why ?? label ?? nothing}
    @click=${(event: Event) => {
      event.stopPropagation();
      if (!busy && !why) run();
      else if (refusal) app.toast({ kind: 'error', text: refusal }); // a finger sees no tooltip
    }}
  >
    ${busy ?? text}
  </button>`;
}

/** A share of the whole as a bar; the number stands beside it. */
export function bar(fraction: number, kind: 'quiet' | 'warn' | 'err' = 'quiet'): TemplateResult {
  const width = Math.max(0, Math.min(1, fraction)) * 32;
  const colour = { quiet: 'var(--c-quiet)', warn: 'var(--c-warn-mark)', err: 'var(--c-err-solid)' }[kind];
  return html`<svg class="bar" width="32" height="5" viewBox="0 0 32 5" aria-hidden="true">
    <rect width="32" height="5" rx="2.5" fill="var(--c-raised)"></rect>
    <rect width=${width} height="5" rx="2.5" fill=${colour}></rect>
  </svg>`;
}
