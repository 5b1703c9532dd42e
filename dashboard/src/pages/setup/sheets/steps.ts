// How the list of steps looks, and in a narrow host the line of five.
import { css } from 'lit';

export const stepsSheet = css`
  .setup .steps {
    display: grid;
    gap: 8px;
    align-content: start;
  }
  .setup .steps .still, .setup .steps button {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    justify-content: flex-start;
    text-align: left;
    width: 100%;
    padding: 6px 4px;
    font-size: 0.875rem;
    font-weight: 500;
    color: var(--c-text-3);
  }
  .setup .steps .hint {
    display: block;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .setup .steps .now .still, .setup .steps .done button {
    color: var(--c-text);
  }
  .setup .count {
    flex: none;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    border: 1px solid var(--c-ctrl);
    display: grid;
    place-items: center;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .setup .now .count {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
    color: #fff;
  }
  .setup .done .count {
    border-color: var(--c-accent);
    color: var(--c-accent);
  }
  .setup .narrow-steps {
    display: none;
  }
  @container dashboard (max-width: 63.9937rem) {
    .setup .steps {
      display: none;
    }
    .setup .narrow-steps {
      display: grid;
      gap: 10px;
    }
    .setup .narrow-steps div {
      display: grid;
      grid-auto-flow: column;
      gap: 6px;
    }
    .setup .narrow-steps span {
      height: 4px;
      border-radius: 2px;
      background: var(--c-line-2);
    }
    .setup .narrow-steps span.done {
      background: var(--c-accent);
    }
  }
`;
