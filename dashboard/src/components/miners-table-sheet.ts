// How the table of miners looks, wide and narrow.
import { css } from 'lit';

export const minersTableSheet = css`
  svg.spark {
    display: block;
  }
  .miners a.name, .miners-narrow a.name {
    min-width: 24px;
    scroll-margin-block: 120px 160px; /* clear of the bars at the edges */
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
  }
  .miners a.name:hover, .miners-narrow a.name:hover {
    text-decoration: underline;
  }
  .miners-narrow a.name {
    padding: 4px 0;
    min-height: 24px;
  }
  .nowrap {
    flex-wrap: nowrap;
  }
  /* Rows are blocks with columns of one width, not parts of a table: a new figure is laid out in its row alone,
     and not in the table. The roles say that it is a table. */
  .miners, .miners thead, .miners tbody {
    display: block;
  }
  .miners {
    min-width: max-content;
  }
  .miners tr {
    display: flex;
  }
  .miners tbody tr {
    border-top: 1px solid var(--c-line);
    background: var(--c-surface); /* opaque, so that letters stay as sharp as elsewhere */
    transform: translateZ(0); /* a layer of its own: where a figure is another, the others are not put together anew */
    contain: layout style paint;
  }
  /* Of very many, those far from the window are not drawn at all; to watch for it costs more than it saves with fewer. */
  .miners.long tbody tr {
    content-visibility: auto;
    contain-intrinsic-size: auto var(--c-row);
  }
  .miners tbody tr:last-child {
    border-radius: 0 0 9px 9px; /* within the line around its panel */
  }
  /* Its size does not depend on what it shows, so that a new figure lays out its row alone, and not the page. */
  .miners tbody tr:not(.tall) {
    contain: strict;
    box-sizing: border-box;
    height: max(var(--c-row), var(--c-row) + 2.8em - 36.4px); /* higher where letters are larger than ours */
  }
  .miners th, .miners td {
    flex: none;
    min-width: 0;
    padding-left: 8px;
    padding-right: 8px;
  }
  .miners th {
    white-space: normal;
    align-content: end;
  }
  .miners td {
    border: 0;
    height: auto;
    min-height: calc(var(--c-row) - 1px); /* and the line above it */
    align-content: center;
  }
  .miners td[data-column] {
    font-kerning: none; /* figures have no pairs of letters, and to look for some costs each second */
  }
  .miners th button {
    text-align: inherit;
  }
  .miners .first {
    flex: 1 0 190px;
    width: 0;
    overflow: clip;
    overflow-clip-margin: 4px; /* room for the ring of the focus */
  }
  .miners tr > :first-child {
    padding-left: 16px;
  }
  .miners tr > :last-child {
    padding-right: 16px;
  }
  .miners th.pick, .miners td.pick {
    width: 44px;
    padding-right: 0;
  }
  /* They are seldom others: kept as they were painted when a figure beside them is another. */
  .miners td.first, .miners td.acts, .miners td[data-column='day'] {
    isolation: isolate;
  }
  .miners .acts {
    width: 56px;
    text-align: right;
  }
  [data-column='hashrate'] { width: 7.4em; }
  [data-column='usual'] { width: 7em; }
  [data-column='day'] { width: 76px; }
  [data-column='accepted'] { width: 5.8em; }
  [data-column='rejected'] { width: 5.7em; }
  [data-column='recent'] { width: 5.6em; }
  .miners [data-column='pool'] { flex: 1000 0 auto; width: 120px; max-width: 196px; }
  [data-column='hottest'] { width: 5em; }
  [data-column='power'] { width: 5.2em; }
  [data-column='uptime'] { width: 6.8em; }
  [data-column='accepted']:lang(de) { width: 7.6em; }
  [data-column='rejected']:lang(de) { width: 6.6em; }
  [data-column='hottest']:lang(de), [data-column='power']:lang(de) { width: 5.7em; }
  .miners .pool {
    display: flex;
    gap: 6px;
  }
  .miners .pool > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .miners .reason {
    margin: 0 0 6px 20px;
    white-space: normal;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .against {
    flex-wrap: nowrap;
  }
  label.pick {
    flex: none;
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    cursor: pointer;
  }
  .miners tr.chosen td, .miners-narrow li.chosen, .miners tr:has(a.name:focus-visible) td {
    background: var(--c-accent-tint);
  }
  .miners-narrow .grow > .row {
    flex-wrap: wrap;
  }
  .miners-narrow .number {
    text-align: right;
    white-space: nowrap;
  }
  @container dashboard (max-width: 44.9937rem) {
    label.pick {
      width: 40px;
      height: 40px;
      margin: -8px -8px -8px -12px;
    }
  }
`;
