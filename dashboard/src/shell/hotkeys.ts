// Keys that lead from anywhere to anywhere; they never stop or delete, and never work inside a field.
import type { App } from '../app';

export interface Hotkeys {
  end(): void;
}

export const GO: Record<string, string> = { o: 'overview', s: 'statistics', m: 'miners', p: 'profiles', l: 'pools', a: 'admin', ',': 'settings' };
const TOGETHER = 1500; // ms between `g` and its second key

type Host = App & { routing: string };

/** Listen on the dashboard's own root: single keys count only while the focus is inside it. */
export function hotkeys(app: Host, root: EventTarget): Hotkeys {
  let leading = 0;
  const pressed = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
    if (isSearch(event)) {
      event.preventDefault();
      app.openSearch();
      return;
    }
    if (app.hotkeys === 'off' || !app.preferences.hotkeys || event.ctrlKey || event.metaKey || event.altKey) return;
    const shadow = root as ShadowRoot;
    const target = event.composedPath()[0];
    if (isTyping(target) || shadow.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    const page = Date.now() - leading < TOGETHER ? GO[key] : undefined;
    leading = key === 'g' && !page ? Date.now() : 0;
    if (page) app.go(page);
    else if (key === '?') void import('./shortcuts').then(({ showShortcuts }) => showShortcuts(app, shadow));
    else if (key === '/') focusFilter(shadow);
    else if (key === '[' || key === ']') stepRange(shadow, key === ']');
    else return;
    event.preventDefault();
  };
  // On a page of our own nothing has the focus at first; search is no single key, so it may work from there.
  const fromPage = (event: KeyboardEvent): void => {
    if (app.routing === 'none' || event.target !== document.body || event.defaultPrevented || !isSearch(event)) return;
    event.preventDefault();
    app.openSearch();
  };
  root.addEventListener('keydown', pressed);
  document.addEventListener('keydown', fromPage);
  return {
    end: () => {
      root.removeEventListener('keydown', pressed);
      document.removeEventListener('keydown', fromPage);
    },
  };
}

function isSearch(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}

function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]'));
}

function focusFilter(root: ShadowRoot): void {
  const filter = [...root.querySelectorAll<HTMLElement>('main input[type=search], main [role=search] :is(input, select)')].find((each) => each.checkVisibility());
  filter?.focus();
}

/** Where charts are, show a longer or shorter stretch of time. */
function stepRange(root: ShadowRoot, isLonger: boolean): void {
  const chosen = root.querySelector('.ranges [aria-pressed=true]');
  const next = isLonger ? chosen?.nextElementSibling : chosen?.previousElementSibling;
  if (next instanceof HTMLElement) next.click();
}
