// The theming API: every colour, as a custom property `--mp-*` that the page around may set.
import { css, unsafeCSS } from 'lit';

const DARK = {
  bg: '#0F1114', surface: '#16191D', raised: '#1E2227', sunken: '#0B0D10',
  line: '#272C33', 'line-2': '#343B44', ctrl: '#68727D',
  text: '#ECEFF2', 'text-2': '#A9B2BC', 'text-3': '#8A949F',
  accent: '#7CB0FF', focus: '#9CC4FF', 'accent-solid': '#2B69DE', 'accent-tint': '#1B2739',
  ok: '#4FC58B', warn: '#F2B441', 'warn-mark': '#F2B441', err: '#FF8079', 'err-solid': '#C93A32',
  quiet: '#56739C', cell: '#3B557C',
  s1: '#82B5FF', s2: '#A56DC8', s3: '#5FDDD0', s4: '#F2BC93', s5: '#A3A52F', s6: '#C2577F',
  shadow: '0 8px 28px rgb(0 0 0 / 55%)',
}; // prettier-ignore

const LIGHT: typeof DARK = {
  bg: '#F5F6F8', surface: '#FFFFFF', raised: '#EEF1F4', sunken: '#FAFBFC',
  line: '#E1E5EA', 'line-2': '#CDD3DA', ctrl: '#7A848F',
  text: '#14181D', 'text-2': '#48525D', 'text-3': '#5F6A75',
  accent: '#1A5AD0', focus: '#1A5AD0', 'accent-solid': '#1A5AD0', 'accent-tint': '#E9F0FC',
  ok: '#12734A', warn: '#8A5700', 'warn-mark': '#C07600', err: '#BE2B24', 'err-solid': '#BE2B24',
  quiet: '#6F8AB0', cell: '#B4CAF0',
  s1: '#1F62D9', s2: '#A86FC4', s3: '#0E967A', s4: '#BD600E', s5: '#4A490A', s6: '#7A2263',
  shadow: '0 8px 28px rgb(20 24 29 / 16%)',
}; // prettier-ignore

// Inside, colours are read as `--c-*`, so that a page's `--mp-*` wins over both themes.
const declare = (theme: typeof DARK) =>
  unsafeCSS(
    Object.entries(theme)
      .map(([name, value]) => `--c-${name}: var(--mp-${name}, ${value});`)
      .join('\n'),
  );

export const tokens = css`
  :host {
    color-scheme: dark;
    ${declare(DARK)}
    --c-row: 36px; /* the least height of a table's row */
    --c-line-space: 12px; /* above and below what is in a line of a list */
  }
  :host([data-density='comfortable']) {
    --c-row: 48px;
    --c-line-space: 16px;
  }
  :host([data-density='compact']) {
    --c-row: 30px;
    --c-line-space: 6px;
  }
  :host([data-theme='light']) {
    color-scheme: light;
    ${declare(LIGHT)}
  }
`;
