// The host itself, its letters, headings, icons and the ring of the focus. Sizes follow the host, never the window.
import { css } from 'lit';

export const text = css`
  :host {
    display: block;
    container: dashboard / inline-size;
    background: var(--c-bg);
    color: var(--c-text);
    font: 400 0.875rem/1.4286 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
    position: relative;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1, h2, h3, p, ul, ol, dl, dd, figure {
    margin: 0;
    padding: 0;
  }
  ul, ol {
    list-style: none;
  }
  h1 {
    font-size: 1rem;
    line-height: 1.5;
    font-weight: 600;
  }
  h2 {
    font-size: 0.875rem;
    line-height: 1.4286;
    font-weight: 600;
  }
  h3 {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .hero {
    font-size: 1.5rem;
    line-height: 1.3333;
    font-weight: 600;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .label {
    font-size: 0.78125rem;
    line-height: 1.44;
    color: var(--c-text-2);
  }
  .hint {
    font-weight: 400;
    font-size: 0.78125rem;
    line-height: 1.44;
    color: var(--c-text-3);
  }
  h2 > .hint {
    font-weight: 400;
  }
  .secondary {
    color: var(--c-text-2);
  }
  .mono, code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }
  code {
    background: var(--c-raised);
    border-radius: 4px;
    padding: 2px 6px;
  }
  .warn {
    color: var(--c-warn);
  }
  .err {
    color: var(--c-err);
  }
  .ok {
    color: var(--c-ok);
  }
  .unit {
    color: var(--c-text-2);
    font-weight: 400;
  }
  .zero {
    color: var(--c-text-3);
    font-weight: 400;
  }
  .strong {
    font-weight: 600;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .steady {
    display: block;
    position: relative;
  }
  .steady::before {
    content: attr(data-room);
    visibility: hidden;
  }
  .steady > span {
    contain: size layout;
    position: absolute;
    inset: 0;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .stack {
    display: grid;
    gap: 20px;
    min-width: 0;
  }
  .stack > * {
    min-width: 0;
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    display: inline-block;
    width: 6px;
    height: 6px;
    margin: 0 8px 1px 2px;
    border: solid currentColor;
    border-width: 1.5px 1.5px 0 0;
    transform: rotate(45deg);
  }
  details[open] > summary::before {
    transform: rotate(135deg);
    margin-bottom: 3px;
  }
  svg.icon {
    width: 1rem;
    height: 1rem;
    flex: none;
    stroke: currentColor;
    fill: none;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg.glyph {
    width: 0.75rem;
    height: 0.75rem;
    flex: none;
    overflow: visible;
  }
  main:focus-visible {
    outline: none !important; /* the way to the content leads here, no stop of the Tab key */
  }
  :focus-visible {
    outline: 2px solid var(--c-focus);
    outline-offset: 2px;
  }
`;
