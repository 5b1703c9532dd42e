// How hardware and review look.
import { css } from 'lit';

export const reviewSheet = css`
  .setup .hardware li {
    align-items: center;
  }
  .setup .hardware > :first-child {
    border-top: 0;
  }
  .setup .review > div {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr) auto;
    gap: 12px;
    padding: 12px 16px;
    border-top: 1px solid var(--c-line);
    align-items: baseline;
  }
  .setup .review > div:first-child {
    border-top: 0;
  }
  .setup .review dt {
    color: var(--c-text-2);
  }
  .setup .review dd {
    overflow-wrap: anywhere;
  }
  .setup .happens ol {
    counter-reset: step;
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .setup .happens li {
    counter-increment: step;
    display: flex;
    gap: 10px;
    color: var(--c-text-2);
    overflow-wrap: anywhere;
  }
  .setup .happens li span {
    min-width: 0;
  }
  .setup .happens li::before {
    content: counter(step);
    flex: none;
    width: 18px;
    height: 18px;
    border: 1px solid var(--c-ctrl);
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 0.6875rem;
    font-weight: 600;
  }
  .setup .offline .command {
    margin: 4px 0 12px;
  }
  .setup .told {
    scroll-margin-block: 80px;
  }
  @container dashboard (max-width: 44.9937rem) {
    .setup .review > div {
      grid-template-columns: 88px minmax(0, 1fr) auto;
    }
  }
`;
