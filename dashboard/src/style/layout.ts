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
    min-width: 0;
    outline: none;
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
  .keys .value {
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
    .note {
      margin: 16px 16px 0;
    }
    .keys {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .keys .value {
      font-size: 1.375rem;
    }
  }
`;
