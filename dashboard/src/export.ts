// The figures of a stretch of time, as a file.
import type { App } from './app';

export async function exportHistory(_app: App, _options: { format?: 'csv' | 'json'; range?: string; scope?: string }): Promise<Blob> {
  return new Blob([]);
}
