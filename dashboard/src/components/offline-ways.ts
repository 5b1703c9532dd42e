// What can be done on a machine without internet: an archive, a program that one has, or the demo.
import { html, type TemplateResult } from 'lit';
import type { App } from '../app';
import { command } from './copy';

export function offlineWays(app: App, type: string): TemplateResult {
  const words = app.text.miners.program.offline;
  return html`<p class="hint">${words.file}</p>
    ${command(app, `miner-ctrl install ${type} --file ARCHIVE`)}
    <p class="hint">${words.register}</p>
    ${command(app, `miner-ctrl register ${type} /path/to/${type}`)}
    <p class="hint">${words.demo}</p>
    ${command(app, 'miner-ctrl demo')}`;
}
