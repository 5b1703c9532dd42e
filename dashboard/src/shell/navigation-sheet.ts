// How the navigation looks: a sidebar, a rail, a bar at the bottom.
import { css } from 'lit';

export const navigationSheet = css`
  nav {
    border-right: 1px solid var(--c-line);
    padding: 12px 8px;
    display: flex;
    flex-direction: column;
    gap: 12px;
    position: sticky;
    top: 0;
    max-height: 100vh;
    align-self: start;
    min-height: min(100vh, 100%);
    overflow-y: auto;
  }
  nav .word {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
    white-space: nowrap;
  }
  nav .bar {
    display: none;
  }
  .brand {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: center;
    min-height: 36px;
    font-weight: 600;
  }
  .brand svg.icon {
    width: 20px;
    height: 20px;
    color: var(--c-accent);
  }
  .find {
    width: 100%;
    padding: 4px 8px;
    font-weight: 400;
  }
  .find kbd {
    font: inherit;
    font-size: 0.6875rem;
    color: var(--c-text-3);
    border: 1px solid var(--c-line-2);
    border-radius: 4px;
    padding: 0 4px;
    margin-left: auto;
  }
  .groups {
    display: grid;
    gap: 12px;
  }
  .group > .label {
    display: none;
  }
  nav li a, nav .more {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 32px;
    padding: 4px 8px;
    border-radius: 6px;
    color: var(--c-text-2);
    text-decoration: none;
    position: relative;
  }
  nav .tip {
    display: inline-flex;
  }
  nav li a:hover {
    background: var(--c-raised);
  }
  nav li a[aria-current] {
    background: var(--c-raised);
    color: var(--c-text);
    font-weight: 500;
  }
  nav li a[aria-current] svg.icon {
    color: var(--c-accent);
  }
  nav .badge {
    font-size: 0.75rem;
    color: var(--c-text-3);
    position: absolute;
    top: 0;
    right: 2px;
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  nav .badge.warn {
    color: var(--c-warn);
  }
  nav .badge svg.glyph {
    width: 10px;
    height: 10px;
  }
  .connection {
    margin-top: auto;
    border-top: 1px solid var(--c-line);
    padding: 12px 8px;
  }
  .connection .state {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    font-size: 0.78125rem;
    font-weight: 500;
  }
  .connection .state span {
    position: absolute;
    clip-path: inset(50%);
  }
  @container dashboard (min-width: 64rem) {
    nav {
      padding: 12px;
    }
    nav .word, .connection .state span {
      position: static;
      clip-path: none;
      width: auto;
      height: auto;
      overflow: visible;
    }
    .group > .label {
      display: block;
      padding: 4px 8px;
    }
    .brand, nav li a, .find, .connection .state {
      justify-content: flex-start;
    }
    .brand {
      padding: 0 8px;
    }
    nav .badge {
      position: static;
      margin-left: auto;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    nav {
      position: sticky;
      inset: auto 0 0 0;
      align-self: end;
      order: 2;
      z-index: 20;
      padding: 0;
      min-height: 0;
      border: 0;
      border-top: 1px solid var(--c-line);
      background: var(--c-surface);
      gap: 0;
    }
    nav > .brand, nav > .find, nav > .groups, nav > .connection {
      display: none;
    }
    nav .bar {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
    }
    nav .bar a, nav .more {
      flex-direction: column;
      gap: 2px;
      min-height: 56px;
      width: 100%;
      padding: 6px 2px;
      font-size: 0.6875rem;
      border: 0;
      border-radius: 0;
      background: none;
    }
    nav .bar a[aria-current] {
      color: var(--c-accent);
    }
    nav .word, .connection .state span {
      position: static;
      clip-path: none;
      width: auto;
      height: auto;
      overflow: visible;
    }
    nav .badge.count {
      display: none;
    }
    nav .badge {
      left: calc(50% + 8px);
      right: auto;
      top: 4px;
    }
    nav[data-open] > .groups, nav[data-open] > .find, nav[data-open] > .connection {
      display: grid;
      padding: 12px 16px;
      order: -1;
      margin: 0;
    }
    nav[data-open] > .find {
      display: flex;
      justify-content: flex-start;
      margin: 12px 16px 0;
      width: auto;
      padding: 4px 12px;
    }
    nav[data-open] .groups li:not(.rest) {
      display: none;
    }
    nav[data-open] .groups li a {
      justify-content: flex-start;
      min-height: 44px;
    }
    nav[data-open] .group > .label {
      display: block;
    }
    .connection .state {
      justify-content: flex-start;
    }
  }
`;
