// Search: pages, miners, profiles and actions, from the keyboard.
import type { App } from '../app';

export function openSearch(_app: App, _root: ParentNode): void {}
