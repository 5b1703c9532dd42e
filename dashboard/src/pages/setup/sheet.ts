// What the wizard looks like.
import { css } from 'lit';

export const setupSheet = css`
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

  /* steps */
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

  /* cards to choose from */
  .setup .cards {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 216px), 1fr));
  }
  .setup .card {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: flex-start;
    align-content: flex-start;
    padding: 14px;
    border: 1px solid var(--c-ctrl);
    border-radius: 10px;
    background: var(--c-surface);
    cursor: pointer;
  }
  .setup .card .hint {
    display: block;
  }
  .setup .card .about, .setup .card .fits, .setup .card > .hint {
    flex: 1 0 100%;
    font-size: 0.8125rem;
    color: var(--c-text-2);
  }
  .setup .card .fits.ok {
    color: var(--c-ok);
  }
  .setup .card:has(input:checked) {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 1px var(--c-accent);
    background: var(--c-accent-tint);
  }
  .setup .card:has(input:checked) .hint, .setup .pool.chosen .hint {
    color: var(--c-text-2);
  }
  .setup .card:has(input:focus-visible) {
    outline: 2px solid var(--c-focus);
    outline-offset: 2px;
  }
  .setup .card.not {
    border-style: dashed;
    border-color: var(--c-line-2);
    background: none;
    cursor: default;
    color: var(--c-text-2);
  }
  .setup .sign {
    flex: none;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--c-raised);
    border: 1px solid var(--c-line-2);
    font-size: 0.6875rem;
    font-weight: 600;
    color: var(--c-text-2);
  }
  .setup .try, .setup .never, .setup .told {
    display: flex;
    gap: 12px;
    align-items: center;
    flex-wrap: wrap;
    padding: 14px 16px;
  }
  .setup .try .grow, .setup .never > div {
    flex: 1 1 260px;
  }
  .setup .never {
    align-items: flex-start;
  }
  .setup .told {
    display: grid;
  }
  .setup .short {
    max-width: 320px;
  }

  /* pools */
  .setup .pools > * {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) 72px 200px;
    gap: 4px 12px;
    align-items: center;
    padding: 10px 16px;
    border-top: 1px solid var(--c-line);
  }
  .setup .pools > :first-child {
    border-top: 0;
  }
  .setup .pools .head {
    color: var(--c-text-2);
    font-size: 0.8125rem;
  }
  .setup .pools .more {
    display: block;
  }
  .setup .pool {
    cursor: pointer;
  }
  .setup .pool b {
    overflow-wrap: anywhere;
  }
  .setup .pool .hint {
    display: block;
  }
  .setup .pool.chosen {
    background: var(--c-accent-tint);
  }
  .setup .pool .fee {
    white-space: nowrap;
  }
  .setup .pool .narrow-only {
    display: none;
  }
  .setup .answer {
    display: flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .setup .measure {
    width: 72px;
    height: 5px;
    flex: none;
  }
  .setup .own {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .setup .own .field {
    width: 100%;
  }

  /* hardware, review */
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
  .setup progress {
    width: 100%;
    accent-color: var(--c-accent-solid);
  }
  .setup .offline code {
    display: inline-block;
    margin: 4px 0 8px;
  }

  @container dashboard (max-width: 63.9937rem) {
    .content.setup {
      grid-template-columns: minmax(0, 720px);
      gap: 20px;
      padding-top: 20px;
    }
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
    }
    .setup .step > footer {
      position: sticky;
      bottom: 0;
      margin: 0 -16px;
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
    .setup .pools .head {
      display: none;
    }
    .setup .pools > .pool {
      grid-template-columns: 24px minmax(0, 1fr) auto;
    }
    .setup .pool .answer {
      grid-column: 2 / -1;
    }
    .setup .pool .measure {
      flex: 1 1 auto;
    }
    .setup .pool .narrow-only {
      display: inline;
    }
    .setup .review > div {
      grid-template-columns: 88px minmax(0, 1fr) auto;
    }
  }
`;
