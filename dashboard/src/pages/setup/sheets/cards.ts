// How the cards look that one chooses from, and the panels beside them.
import { css } from 'lit';

export const cardsSheet = css`
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
`;
