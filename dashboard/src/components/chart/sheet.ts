// How a chart looks around its canvases.
import { css } from 'lit';

export const chartSheet = css`
  mining-chart {
    display: block;
    min-width: 0;
  }
  .chart-waiting {
    min-height: 180px;
    margin: 0 16px 16px;
  }
  .chart-busy {
    opacity: 0.5;
    transition: opacity 0s 300ms;
  }
  @media (forced-colors: active) {
    .chart-swatch line {
      stroke: CanvasText;
    }
  }
  .chart-keys {
    position: absolute;
    inset: 0;
    pointer-events: none;
    outline-offset: -2px;
    z-index: 1;
  }
  .chart-tracks {
    position: relative;
    border-radius: 6px;
    touch-action: pan-y;
  }
  .chart-track {
    padding: 0 16px;
    min-width: 0;
  }
  .chart-head {
    contain: layout; /* painted by itself: it shows the figure of now */
  }
  .chart-plot {
    min-width: 0;
    overflow: hidden;
  }
  .chart-plot canvas {
    forced-color-adjust: none;
  }
  .chart-line {
    position: absolute;
    top: 0;
    bottom: 0;
    width: 1px;
    background: var(--c-text-2);
    pointer-events: none;
  }
  .chart-dot {
    position: absolute;
    width: 7px;
    height: 7px;
    margin: -3.5px 0 0 -3.5px;
    border-radius: 50%;
    box-shadow: 0 0 0 2px var(--c-surface);
    pointer-events: none;
  }
  .chart-line[hidden], .chart-dot[hidden] {
    display: none;
  }
  .chart-tip {
    position: absolute;
    z-index: 4;
    pointer-events: none;
    min-width: 150px;
    max-width: min(320px, 90%);
    padding: 8px 12px;
    border: 1px solid var(--c-line-2);
    border-radius: 8px;
    background: var(--c-raised);
    box-shadow: var(--c-shadow);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .chart-tip .row {
    flex-wrap: nowrap;
  }
  .chart-tip b {
    white-space: nowrap;
  }
  .chart-swatch {
    flex: none;
    width: 18px;
    height: 4px;
    vertical-align: middle;
  }
  .chart-foot {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 8px 16px;
    border-top: 1px solid var(--c-line);
    margin-top: 8px;
  }
  .chart-foot button.link {
    min-height: 28px;
    font-size: 0.8125rem;
  }
  .chart-tables {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .chart-table {
    max-height: 360px;
    overflow: auto;
  }
  .chart-table caption {
    text-align: left;
    font-weight: 600;
    padding: 8px 16px;
  }
  .chart-table thead th {
    position: sticky;
    top: 0;
    background: var(--c-surface);
  }
  .chart-table tbody th {
    border-top: 1px solid var(--c-line);
  }
  @container dashboard (min-width: 51.25rem) {
    mining-chart[layout='beside'] .chart-track {
      display: grid;
      grid-template-columns: 200px minmax(0, 1fr);
      gap: 24px;
    }
  }
`;
