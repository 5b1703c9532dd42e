// How the console looks; every ink has 4.5 : 1 on it.
import { css } from 'lit';

export const consoleSheet = css`
  mining-console {
    display: block;
    --ink-magenta: #c79be4;
    --ink-cyan: #5fddd0;
  }
  :host([data-theme='light']) mining-console {
    --ink-magenta: #8a4aab;
    --ink-cyan: #0a7866;
  }
  .console .find {
    width: 160px;
    min-height: 32px;
    padding: 4px 10px;
    font-size: 0.8125rem;
  }
  .console .tools {
    display: inline-flex;
    gap: 2px;
  }
  .console .tools button[aria-pressed='true'] {
    color: var(--c-accent);
    background: var(--c-raised);
  }
  .console .choice {
    font-size: 0.8125rem;
  }
  .console .view {
    position: relative;
    border-top: 1px solid var(--c-line);
  }
  .console .log {
    height: 376px;
    overflow: auto;
    padding: 8px 16px;
    background: var(--c-sunken);
    contain: strict;
    font: 400 0.78125rem/1.25rem ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-variant-ligatures: none;
    overflow-anchor: none;
  }
  .console .log:focus-visible {
    outline-offset: -2px;
  }
  .console .probe {
    position: absolute;
    visibility: hidden;
    white-space: pre;
  }
  .console .drawn {
    will-change: transform;
  }
  .console .line {
    white-space: pre;
    min-height: 1.25rem;
    color: var(--c-text-2);
  }
  .console .wraps .line {
    white-space: break-spaces;
    word-break: break-all;
  }
  .console .hanging.wraps .line {
    padding-left: 20ch;
    text-indent: -20ch;
  }
  .console .line.hit {
    background: var(--c-accent-tint);
  }
  .console .line mark {
    background: var(--c-warn-mark);
    color: #14181d;
  }
  .console .bold {
    font-weight: 600;
  }
  .ink-time, .ink-grey {
    color: var(--c-text-3);
  }
  .ink-white {
    color: var(--c-text);
  }
  .ink-red {
    color: var(--c-err);
  }
  .ink-green {
    color: var(--c-ok);
  }
  .ink-yellow {
    color: var(--c-warn);
  }
  .ink-blue {
    color: var(--c-accent);
  }
  .ink-magenta {
    color: var(--ink-magenta);
  }
  .ink-cyan {
    color: var(--ink-cyan);
  }
  .console .empty {
    padding: 8px 0;
  }
  .console .newer {
    position: absolute;
    inset: auto auto 12px 50%;
    transform: translateX(-50%);
    box-shadow: var(--c-shadow);
  }
  .console .input {
    display: flex;
    align-items: center;
    gap: 8px 12px;
    flex-wrap: wrap;
    border-top: 1px solid var(--c-line);
    padding: 12px 16px;
  }
  .console .input input {
    flex: 1 1 200px;
    width: auto;
  }
  .console .input svg.icon {
    color: var(--c-accent);
  }
  .console .known {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .console kbd {
    font: inherit;
    font-size: 0.75rem;
    border: 1px solid var(--c-line-2);
    border-radius: 4px;
    padding: 0 5px;
    color: var(--c-text-2);
  }
  @container dashboard (max-width: 44.9937rem) {
    .console .find {
      width: 100%;
      order: 3;
      font-size: 1rem;
    }
    .console .log {
      padding: 8px 12px;
    }
    .console .input input {
      flex-basis: 150px;
    }
    .console .input > svg.icon {
      display: none;
    }
    .console .known {
      order: 3;
      flex-basis: 100%;
    }
  }
`;
