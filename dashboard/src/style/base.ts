// What all pages look like: text, panels, buttons, fields, tables. Sizes follow the host, never the window.
import { css } from 'lit';

export const base = css`
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

  /* panels */
  .panel {
    background: var(--c-surface);
    border: 1px solid var(--c-line);
    border-radius: 10px;
    min-width: 0;
  }
  .panel > header {
    display: flex;
    align-items: center;
    gap: 8px 12px;
    flex-wrap: wrap;
    padding: 12px 16px;
    min-height: 52px;
  }
  .panel > header > :first-child {
    margin-right: auto;
  }
  .panel > footer {
    border-top: 1px solid var(--c-line);
    padding: 12px 16px;
    display: flex;
    gap: 12px;
    align-items: center;
    flex-wrap: wrap;
  }
  .panel > .body {
    padding: 0 16px 16px;
  }
  .lines > li, .lines > div {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: var(--c-line-space) 16px;
    border-top: 1px solid var(--c-line);
  }
  .lines:first-child > :first-child {
    border-top: 0;
  }

  /* links and buttons */
  a, .link {
    color: var(--c-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
    background: none;
    border: 0;
    font: inherit;
    cursor: pointer;
    padding: 4px 0;
    border-radius: 4px;
  }
  button, .button {
    font: inherit;
    font-size: 0.8125rem;
    font-weight: 500;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 32px;
    padding: 4px 12px;
    border-radius: 6px;
    border: 1px solid var(--c-line-2);
    background: var(--c-surface);
    color: var(--c-text);
    cursor: pointer;
    text-decoration: none;
    transition: background 120ms, border-color 120ms;
  }
  button:hover:not(:disabled, [aria-disabled='true']), .button:hover {
    background: var(--c-raised);
  }
  button.primary, .button.primary {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
    color: #fff;
  }
  button.primary:hover:not(:disabled, [aria-disabled='true']), .button.primary:hover {
    background: var(--c-accent-solid);
    filter: brightness(1.08);
  }
  button.danger {
    color: var(--c-err);
  }
  button.danger.solid {
    background: var(--c-err-solid);
    border-color: var(--c-err-solid);
    color: #fff;
  }
  button.ghost {
    border-color: transparent;
    background: none;
    color: var(--c-text-2);
  }
  button.small {
    min-height: 28px;
    padding: 2px 8px;
  }
  button.icon-only {
    padding: 4px;
    min-width: 32px;
  }
  button:disabled, button[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--c-line-2);
    background: none;
    color: var(--c-text-3);
    cursor: not-allowed;
  }
  button.link:disabled {
    border: 0;
  }

  /* fields */
  label.field, .field {
    display: grid;
    gap: 6px;
    min-width: 0;
    align-content: start;
  }
  .field > span:first-child, .field > .name {
    font-size: 0.8125rem;
    font-weight: 500;
  }
  input:not([type='checkbox'], [type='radio'], [type='range']), select, textarea {
    font: inherit;
    color: var(--c-text);
    background: var(--c-sunken);
    border: 1px solid var(--c-ctrl);
    border-radius: 6px;
    min-height: 36px;
    padding: 6px 12px;
    width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
  }
  input::placeholder, textarea::placeholder {
    color: var(--c-text-3);
    opacity: 1;
  }
  input:focus-visible, select:focus-visible, textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--c-err) !important;
    padding: 5px 11px !important;
  }
  input[readonly] {
    border-style: dashed !important;
    background: none !important;
  }
  .fields {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  input[type='checkbox']:not(.switch), input[type='radio'] {
    width: 18px;
    height: 18px;
    accent-color: var(--c-accent-solid);
    margin: 0;
    flex: none;
  }
  input[type='range'] {
    width: 100%;
    accent-color: var(--c-accent-solid);
    min-height: 24px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    cursor: pointer;
  }
  input.switch {
    appearance: none;
    flex: none;
    width: 36px;
    height: 20px;
    margin: 0;
    border-radius: 10px;
    background: var(--c-ctrl);
    position: relative;
    cursor: pointer;
    transition: background 120ms;
  }
  input.switch::after {
    content: '';
    position: absolute;
    inset: 2px auto 2px 2px;
    width: 16px;
    border-radius: 50%;
    background: #fff;
  }
  input.switch:checked {
    background: var(--c-accent-solid);
  }
  input.switch:checked::after {
    inset: 2px 2px 2px auto;
  }
  input.switch:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .segment {
    display: inline-flex;
    border: 1px solid var(--c-line-2);
    border-radius: 6px;
    padding: 2px;
    gap: 2px;
  }
  .segment button {
    border: 0;
    background: none;
    min-height: 26px;
    padding: 2px 8px;
    color: var(--c-text-2);
    border-radius: 4px;
  }
  .segment button[aria-pressed='true'] {
    background: var(--c-raised);
    color: var(--c-text);
    box-shadow: inset 0 0 0 1px var(--c-ctrl);
    font-weight: 600;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.75rem;
    line-height: 1.5;
    border-radius: 4px;
    padding: 1px 6px;
    background: var(--c-raised);
    color: var(--c-text-2);
    white-space: nowrap;
  }
  .tag.accent {
    background: var(--c-accent-tint);
    color: var(--c-accent);
  }

  /* tables */
  .scroll {
    overflow-x: auto;
    position: relative;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.8125rem;
    line-height: 1.385;
  }
  th {
    font-weight: 400;
    color: var(--c-text-2);
    text-align: left;
    padding: 8px 10px;
    white-space: nowrap;
  }
  th button {
    border: 0;
    background: none;
    padding: 0;
    min-height: 24px;
    color: inherit;
    font-weight: inherit;
    gap: 4px;
  }
  td {
    border-top: 1px solid var(--c-line);
    padding: 1px 10px;
    height: var(--c-row);
    white-space: nowrap;
  }
  th:first-child, td:first-child {
    padding-left: 16px;
  }
  th:last-child, td:last-child {
    padding-right: 16px;
  }
  th.number, td.number {
    text-align: right;
  }
  th.number button {
    flex-direction: row-reverse;
  }
  tbody tr:hover td {
    background: var(--c-raised);
  }
  .wrap {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  /* loading, stale, nothing */
  .skeleton {
    background: var(--c-raised);
    border-radius: 4px;
    min-height: 14px;
    opacity: 0;
    animation: appear 0s 300ms forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .stale {
    background-image: repeating-linear-gradient(135deg, transparent 0 8px, var(--c-line) 8px 9px);
  }
  .nothing {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 40px 16px;
    text-align: center;
    color: var(--c-text-2);
  }

  @container dashboard (min-width: 45rem) {
    :host([data-density='compact']) td button, :host([data-density='compact']) td .button {
      min-height: 26px;
      padding-block: 0;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .attention li {
      flex-wrap: wrap;
    }
    .attention li > .row {
      flex-basis: 100%;
      padding-left: 24px;
    }
    .attention li > .grow {
      flex-basis: 70%;
    }
    button, .button {
      min-height: 40px;
    }
    button.small, .segment button {
      min-height: 40px;
    }
    input:not([type='checkbox'], [type='radio'], [type='range']), select, textarea {
      min-height: 44px;
      font-size: 1rem;
    }
    .choice {
      min-height: 40px;
    }
    input[type='checkbox']:not(.switch), input[type='radio'] {
      width: 24px;
      height: 24px;
    }
    a, .link {
      padding: 10px 0;
      min-height: 40px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    input.switch {
      border: 1px solid ButtonText;
    }
    input.switch::after {
      background: ButtonText;
      forced-color-adjust: none;
    }
    .segment button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    .panel {
      border-color: CanvasText;
    }
  }
`;
