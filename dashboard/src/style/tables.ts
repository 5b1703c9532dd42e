// Tables.
import { css } from 'lit';

export const tables = css`
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
  th[scope='row'] {
    border-top: 1px solid var(--c-line);
    padding-block: 1px;
    color: var(--c-text);
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
`;
