// How the page of one miner looks.
import { css } from 'lit';

export const detailSheet = css`
  .miner-page .identity {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    align-items: center;
    font-size: 0.8125rem;
    color: var(--c-text-2);
  }
  .miner-page .identity b {
    font-size: 0.875rem;
    color: var(--c-text);
  }
  .miner-page .keys .meaning {
    font-size: 0.78125rem;
    line-height: 1.44;
    color: var(--c-text-3);
  }
  .miner-page .keys .meaning.warn {
    color: var(--c-warn);
  }
  .miner-page .chips {
    display: none;
  }
  .miner-page .reason-panel {
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 12px 16px;
  }
  .miner-page .pairs {
    display: grid;
    grid-template-columns: auto minmax(45%, 1fr);
    gap: 8px 16px;
    align-items: baseline;
    font-size: 0.8125rem;
  }
  .miner-page .pairs dt {
    color: var(--c-text-2);
  }
  .miner-page .pairs dd {
    text-align: right;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .miner-page .pairs .sentence, .miner-page .pairs.wide dd {
    text-align: left;
  }
  .miner-page .payee {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 0 4px;
  }
  .miner-page .payee button {
    min-height: 24px;
    margin: -4px -12px -4px 0;
  }
  .miner-page .share-bar {
    display: block;
    width: 100%;
    height: 8px;
    border-radius: 4px;
    overflow: hidden;
  }
  .share-bar .none {
    fill: var(--c-raised);
  }
  .share-bar .accepted {
    fill: var(--c-quiet);
  }
  .share-bar .rejected {
    fill: var(--c-warn-mark);
  }
  .share-bar .invalid {
    fill: var(--c-err);
  }
  .miner-page .share-counts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
    margin: 12px 0;
  }
  .miner-page .share-counts b {
    display: block;
    font-size: 1rem;
  }
  .miner-page .square {
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 2px;
    margin-right: 6px;
  }
  .miner-page .square.accepted {
    background: var(--c-quiet);
  }
  .miner-page .square.rejected {
    background: var(--c-warn-mark);
  }
  .miner-page .square.invalid {
    background: var(--c-err);
  }
  .miner-page .narrow-gpus {
    display: none;
  }
  .miner-page .wide-gpus .against {
    justify-content: flex-end;
  }
  .miner-page .narrow-gpus .against {
    display: inline-flex;
    vertical-align: bottom;
  }
  .miner-page .hashrate header select {
    width: auto;
    max-width: 100%;
  }
  .miner-page .activity .lines {
    max-height: 320px;
    overflow: auto;
  }
  .miner-page .activity .lines:focus-visible {
    outline-offset: -2px;
  }
  .miner-page .activity li {
    padding: 8px 16px;
    font-size: 0.8125rem;
  }
  .miner-page .activity time {
    flex: none;
    width: 6.5em;
    color: var(--c-text-3);
  }
  .miner-page .more-panel > summary {
    padding: 14px 16px;
    font-weight: 600;
    cursor: pointer;
    border-radius: 10px;
  }
  .miner-page .more-panel dl + .row {
    margin-top: 12px;
  }
  .miner-page .more-panel h2 {
    margin-bottom: 8px;
  }
  .miner-page .command code {
    white-space: pre-wrap;
  }
  @container dashboard (max-width: 44.9937rem) {
    .miner-page .chips {
      display: flex;
      gap: 8px;
      overflow-x: auto;
    }
    .miner-page .chips button {
      border-radius: 20px;
      flex: none;
    }
    .miner-page .wide-gpus {
      display: none;
    }
    .miner-page .narrow-gpus {
      display: block;
    }
    .miner-page .keys > div:last-child {
      grid-column: 1 / -1;
    }
  }
`;
