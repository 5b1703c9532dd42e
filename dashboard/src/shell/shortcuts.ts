// The list of keys.
import type { App } from '../app';

export function showShortcuts(_app: App, _root: ParentNode): void {}
