// How the wizard looks around its steps.
import { css } from 'lit';

export const frameSheet = css`
  .setup-header .brand {
    padding: 0;
    justify-content: flex-start;
  }
  .content.setup {
    grid-template-columns: 216px minmax(0, 720px);
    gap: 60px;
    justify-content: center;
    padding-top: 48px;
    max-width: none;
  }
  .setup .step {
    display: grid;
    gap: 20px;
    min-width: 0;
    align-content: start;
  }
  .setup .step > * {
    min-width: 0;
  }
  .setup h1 {
    font-size: 1.5rem;
    line-height: 1.3333;
    letter-spacing: -0.015em;
    outline: none;
  }
  .setup h1 + p {
    margin-top: -12px;
  }
  .setup .step > footer {
    display: flex;
    gap: 12px;
    align-items: center;
    border-top: 1px solid var(--c-line);
    padding-top: 20px;
  }
  .setup .step > footer button {
    min-height: 40px;
    padding: 4px 16px;
    font-size: 0.875rem;
  }
  .setup summary {
    cursor: pointer;
    min-height: 32px;
    padding: 6px 0;
  }
  .setup .card > .grow {
    flex: 1 1 0;
  }
  .setup .hint.nowrap {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  @container dashboard (max-width: 63.9937rem) {
    .content.setup {
      grid-template-columns: minmax(0, 720px);
      gap: 20px;
      padding-top: 20px;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .setup summary {
      min-height: 40px;
      padding: 10px 0;
    }
    .setup-header .brand span, .setup-header .wide {
      display: none;
    }
    .content.setup {
      padding-bottom: 0;
      min-height: calc(100dvh - 57px); /* and the header */
      grid-template-rows: auto 1fr;
    }
    .setup .step {
      display: flex;
      flex-direction: column;
    }
    .setup .step > footer {
      position: sticky;
      bottom: 0;
      margin: auto -16px 0;
      padding: 12px 16px;
      background: var(--c-surface);
      z-index: 5;
      flex-wrap: wrap;
    }
    .setup .step > footer .grow {
      display: none;
    }
    .setup .step > footer .primary {
      flex: 1 1 auto;
      min-height: 48px;
    }
  }
`;
