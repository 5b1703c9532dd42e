// Keys that lead from anywhere to anywhere; they never stop or delete, and never work inside a field.
import type { App } from '../app';

export interface Hotkeys {
  end(): void;
}

const GO: Record<string, string> = { o: 'overview', s: 'statistics', m: 'miners', p: 'profiles', l: 'pools', a: 'admin', ',': 'settings' };
const TOGETHER = 1500; // ms between `g` and its second key

/** Listen on the dashboard's own root: keys count only while the focus is inside it. */
export function hotkeys(app: App, root: EventTarget): Hotkeys {
  let leading = 0;
  const pressed = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && key === 'k') {
      event.preventDefault();
      app.openSearch();
      return;
    }
    if (app.hotkeys === 'off' || !app.preferences.hotkeys || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
    if (Date.now() - leading < TOGETHER && GO[key]) {
      event.preventDefault();
      leading = 0;
      app.go(GO[key]);
    } else if (key === 'g') leading = Date.now();
    else if (key === '?') {
      event.preventDefault();
      void import('./shortcuts').then(({ showShortcuts }) => showShortcuts(app, root as ShadowRoot));
    } else if (key === '[' || key === ']') {
      const chosen = (root as ShadowRoot).querySelector('.ranges [aria-pressed=true]');
      const next = key === '[' ? chosen?.previousElementSibling : chosen?.nextElementSibling;
      if (next instanceof HTMLElement) next.click();
    } else if (key === '/') {
      const filter = (root as ShadowRoot).querySelector<HTMLElement>('input[type=search]');
      if (!filter) return;
      event.preventDefault();
      filter.focus();
    }
  };
  root.addEventListener('keydown', pressed);
  return { end: () => root.removeEventListener('keydown', pressed) };
}
