// What is seldom needed of a miner: its configuration, and the same in a terminal.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Miner } from '../../api/client';
import { command } from '../../components/copy';
import { linkToChange, viewLink } from '../../components/parts';
import { shortAddress } from '../../text/numbers';
import { quoted, startCommand } from './command';

export function morePanel(app: App, miner: Miner, watched: boolean): TemplateResult {
  const words = app.text.miners.one.more;
  const edit = `miners/${encodeURIComponent(miner.name)}?edit`;
  return html`<details class="panel more-panel">
    <summary>${words.title}</summary>
    <div class="body stack">
      <section aria-labelledby="configuration-title">
        <h2 id="configuration-title">${words.configuration}</h2>
        <dl class="pairs wide">${Object.entries(miner.config).map(([key, value]) => entry(key, value))}</dl>
        <p class="row">
          ${linkToChange(app, edit, words.edit, 'operator')}
          ${miner.profileId ? viewLink(app, `profiles/${miner.profileId}`, words.openProfile, 'button') : nothing}
        </p>
      </section>
      <section aria-labelledby="command-title">
        <h2 id="command-title">${words.command}</h2>
        ${command(app, startCommand(miner))}
        ${watched ? nothing : html`<p class="hint">${words.withoutPassword}</p>`}
      </section>
      ${watched
        ? nothing
        : html`<section aria-labelledby="follow-title">
            <h2 id="follow-title">${words.follow}</h2>
            ${command(app, `miner-ctrl logs ${quoted(miner.name)} --follow`)}
          </section>`}
    </div>
  </details>`;
}

function entry(key: string, value: unknown): TemplateResult | typeof nothing {
  if (value === null || value === undefined) return nothing;
  const text = key === 'wallet' ? shortAddress(String(value)) : typeof value === 'object' ? flat(value) : String(value);
  return html`<dt class="mono">${key}</dt><dd class="mono wrap">${text}</dd>`;
}

/** An object in one line, without JSON's signs. */
function flat(value: object): string {
  const parts = Array.isArray(value) ? value.map((each) => (typeof each === 'object' && each ? flat(each as object) : String(each))) : pairs(value);
  return parts.join(', ');
}

function pairs(value: object): string[] {
  return Object.entries(value)
    .filter(([, each]) => each !== null && each !== undefined)
    .map(([key, each]) => `${key} ${typeof each === 'object' ? flat(each as object) : key === 'wallet' ? shortAddress(String(each)) : String(each)}`);
}
