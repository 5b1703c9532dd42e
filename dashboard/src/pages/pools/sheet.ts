// How the page of pools looks.
import { css } from 'lit';

export const sheet = css`
  .pools-filter {
    display: flex;
    gap: 12px;
    flex-wrap: wrap;
    align-items: center;
    padding: 12px 16px;
    border-bottom: 1px solid var(--c-line);
  }
  .pools-filter input[type='search'] {
    flex: 1 1 200px;
    width: auto;
  }
  .pools-filter select {
    width: auto;
    flex: 0 1 200px;
  }
  .pools td .name, .pools-narrow .name {
    font-weight: 600;
  }
  .pools td {
    padding-top: 5px;
    padding-bottom: 5px;
  }
  .pools .answer {
    width: 200px;
    min-width: 150px;
  }
  .pools .result, .pools-narrow .result {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .pools .users {
    max-width: 220px;
    white-space: normal;
  }
  .pools-narrow {
    display: none;
  }
  @container dashboard (max-width: 44.9937rem) {
    .scroll:has(.pools) {
      display: none;
    }
    .pools-narrow {
      display: block;
    }
    .pools-filter select, .pools-filter input[type='search'] {
      flex: 1 1 100%;
    }
  }
`;
