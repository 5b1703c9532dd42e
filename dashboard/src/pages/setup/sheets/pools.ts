// How the choice of a pool looks.
import { css } from 'lit';

export const poolsSheet = css`
  .setup .pools > * {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) 72px 200px;
    gap: 4px 12px;
    align-items: center;
    padding: 10px 16px;
    border-top: 1px solid var(--c-line);
  }
  .setup .pools > :first-child {
    border-top: 0;
  }
  .setup .pools .head {
    color: var(--c-text-2);
    font-size: 0.8125rem;
  }
  .setup .pools .more {
    display: block;
  }
  .setup .pool {
    cursor: pointer;
  }
  .setup .pool b {
    overflow-wrap: anywhere;
  }
  .setup .pool .hint {
    display: block;
  }
  .setup .pool.chosen {
    background: var(--c-accent-tint);
  }
  .setup .pool .fee {
    white-space: nowrap;
  }
  .setup .pool .narrow-only {
    display: none;
  }
  .setup .answer {
    display: flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .setup .measure {
    width: 72px;
    height: 5px;
    flex: none;
  }
  .setup .own {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .setup .own .field {
    width: 100%;
  }
  @container dashboard (max-width: 44.9937rem) {
    .setup .pools .head {
      display: none;
    }
    .setup .pools > .head + .pool {
      border-top: 0;
    }
    .setup .pools > .pool {
      grid-template-columns: 24px minmax(0, 1fr) auto;
    }
    .setup .pool .answer {
      grid-column: 2 / -1;
    }
    .setup .pool .measure {
      flex: 1 1 auto;
    }
    .setup .pool .narrow-only {
      display: inline;
    }
  }
`;
