// Panels, and lines in them.
import { css } from 'lit';

export const panels = css`
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
  .panel > header > a {
    font-size: 0.8125rem;
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
`;
