// Where things stand: navigation beside or below the page, by the width of the host.
import { css } from 'lit';

export const layout = css`
  .frame {
    display: grid;
    min-height: inherit;
    grid-template-columns: minmax(0, 1fr);
  }
  .frame.full:not(.bare) {
    grid-template-columns: 3.5rem minmax(0, 1fr);
  }
  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
    outline: none;
  }
  .page, .page > mining-miner, .page > mining-miner-editor {
    display: contents;
  }
  /* What stands between the page and its server is seen below the page's head, and read before it. */
  .page-header {
    order: -2;
  }
  main > .note, main > .offline, main > .last-values {
    order: -1;
  }
  .page-header {
    display: flex;
    align-items: center;
    gap: 8px 16px;
    flex-wrap: wrap;
    min-height: 60px;
    padding: 10px 32px;
    border-bottom: 1px solid var(--c-line);
  }
  .page-header .about {
    color: var(--c-text-2);
  }
  .none .page-header {
    display: none;
  }
  .content {
    padding: 24px 32px 48px;
    max-width: 1480px;
    display: grid;
    gap: 20px;
    grid-template-columns: minmax(0, 1fr);
  }
  .none .content {
    padding: 16px;
  }
  .columns {
    display: grid;
    gap: 20px;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .note {
    margin: 16px 32px 0;
    padding: 12px 16px;
    border: 1px solid var(--c-line-2);
    border-radius: 10px;
    background: var(--c-surface);
    display: flex;
    gap: 12px;
    align-items: flex-start;
    flex-wrap: wrap;
  }
  .note svg.glyph {
    margin-top: 4px;
  }
  .note p {
    flex: 1 1 240px;
  }
  .offline {
    margin: 24px 32px 0;
  }
  .offline .lines > div {
    padding: 16px 24px;
  }
  .offline svg.glyph {
    width: 1.125rem;
    height: 1.125rem;
    margin-top: 5px;
  }
  .offline h2 {
    font-size: 1.25rem;
    line-height: 1.4;
  }
  .offline .grow > .secondary {
    max-width: 640px;
  }
  .offline .wait {
    margin-top: 12px;
  }
  .offline dl {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr);
    gap: 10px 16px;
    padding-left: 30px;
    font-size: 0.8125rem;
  }
  .offline dt {
    color: var(--c-text-2);
  }
  .offline ol {
    list-style: decimal inside;
    display: grid;
    gap: 4px;
  }
  .last-values {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 20px 32px 0;
  }
  .last-values::after {
    content: '';
    flex: 1;
    border-top: 1px dashed var(--c-line-2);
  }
  .skip {
    position: absolute;
    left: 8px;
    top: -80px;
    z-index: 30;
    background: var(--c-surface);
    padding: 8px 12px;
  }
  .skip:focus {
    top: 8px;
  }

  /* key values */
  .keys {
    contain: layout; /* painted by itself, since its figures change each second */
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    overflow: hidden;
  }
  .keys > div {
    padding: 14px 16px;
    border-left: 1px solid var(--c-line);
    border-top: 1px solid var(--c-line);
    margin: -1px 0 0 -1px;
    min-width: 0;
  }
  /* Its size does not depend on its figure, so that another one is laid out in it alone, and not in the page. */
  .keys .value {
    contain: size layout;
    height: 2.375rem;
    font-size: 1.625rem;
    line-height: 2.125rem;
    font-weight: 600;
    letter-spacing: -0.022em;
    white-space: nowrap;
  }
  .keys .value .unit {
    font-size: 0.875rem;
    letter-spacing: 0;
  }
  .swatch {
    display: inline-block;
    width: 12px;
    height: 2px;
    vertical-align: middle;
    margin-right: 6px;
    background: currentColor;
  }
  .s1 { color: var(--c-s1); }
  .s2 { color: var(--c-s2); }
  .s3 { color: var(--c-s3); }
  .s4 { color: var(--c-s4); }
  .s5 { color: var(--c-s5); }
  .s6 { color: var(--c-s6); }

  @container dashboard (min-width: 64rem) {
    .frame.full:not(.bare) {
      grid-template-columns: 13.5rem minmax(0, 1fr);
    }
    .keys {
      grid-template-columns: repeat(auto-fit, minmax(9.375rem, 1fr));
    }
  }
  @container dashboard (min-width: 73.75rem) {
    .columns.side {
      grid-template-columns: minmax(0, 1fr) 22.5rem;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .frame.full:not(.bare) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: 1fr auto;
    }
    .page-header {
      padding: 8px 16px;
      min-height: 56px;
    }
    .content {
      padding: 16px 16px 32px;
    }
    .note, .offline, .last-values {
      margin: 16px 16px 0;
    }
    .offline .lines > div {
      padding: 16px;
    }
    .offline dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
      padding: 0;
    }
    .offline dd + dt {
      margin-top: 10px;
    }
    .offline .wait button {
      flex: 1 0 100%;
    }
    .keys {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .keys > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .keys .value {
      height: 2.3125rem;
      font-size: 1.375rem;
    }
  }
`;
