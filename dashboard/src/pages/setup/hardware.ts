// Fourth step: three levels of use, and what else the program can do on this machine.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { App } from '../../app';
import { icon, type IconName } from '../../components/icons';
import { cardsByName, machine } from './coin';
import { threadsOf, type Level } from './suit';
import type { Wizard } from './wizard';

const LEVELS: Level[] = ['light', 'balanced', 'all'];

export function hardwareStep(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.hardware;
  const { answers } = wizard;
  const info = app.store.info;
  const can = (name: string) => wizard.program?.supports?.fields?.includes(name) ?? false;
  const cores = info?.cpu?.cores ?? info?.cpus ?? 1;
  return html`<p class="secondary">${words.text}</p>
    ${wizard.usesCpu
      ? html`<div class="cards levels" role="radiogroup" aria-label=${words.title}>
          ${LEVELS.map(
            (level) => html`<label class="card">
              <span class="grow"><b>${words.level[level]}</b></span>
              <input type="radio" name="level" .checked=${answers.level === level} @change=${() => wizard.answer({ level })} />
              <span class="about">${words.threads(threads(app, wizard, level))}</span>
              <span class="hint">${words.meaning[level]}</span>
            </label>`,
          )}
        </div>`
      : nothing}
    <ul class="panel lines hardware">
      <li>
        ${icon('cpu')}
        <div class="grow"><b>${info?.cpu?.model ?? machine(app)}</b><div class="hint">${words.cpu(cores, info?.cpu?.l3 ? app.numbers.bytes(info.cpu.l3) : '')}</div></div>
        <span>${wizard.usesCpu ? words.threads(threads(app, wizard, answers.level)) : words.off}</span>
      </li>
      ${can('hugePages') ? row('memory', 'hugePages', words.hugePages, words.hugePagesText, answers.hugePages, (hugePages) => wizard.answer({ hugePages })) : nothing}
      ${can('pauseOnBattery') ? row('clock', 'battery', words.battery, words.batteryText, answers.pauseOnBattery, (pauseOnBattery) => wizard.answer({ pauseOnBattery })) : nothing}
      ${can('pauseOnActive') ? row('clock', 'active', words.active, words.activeText, answers.pauseOnActive, (pauseOnActive) => wizard.answer({ pauseOnActive })) : nothing}
      ${[...cardsByName(info?.gpus ?? [])].map(
        ([name, count]) => html`<li>
          ${icon('gpu')}
          <div class="grow"><b>${count > 1 ? `${count} × ${name}` : name}</b><div class="hint">${wizard.usesCpu ? words.gpuNotUsed : nothing}</div></div>
          <span>${wizard.usesCpu ? words.off : words.gpuUsed}</span>
        </li>`,
      )}
    </ul>`;
}

export function threads(app: App, wizard: Wizard, level: Level): number {
  const info = app.store.info;
  return threadsOf(level, info?.cpus ?? 1, info?.cpu?.l3 ?? null, wizard.answers.algorithm);
}

function row(shape: IconName, id: string, title: string, text: string, on: boolean, switched: (on: boolean) => void): TemplateResult {
  return html`<li>
    ${icon(shape)}
    <div class="grow"><label for=${id}><b>${title}</b></label><div class="hint" id="${id}-hint">${text}</div></div>
    <input type="checkbox" role="switch" class="switch" id=${id} aria-describedby="${id}-hint" .checked=${live(on)} @change=${(event: Event) => switched((event.target as HTMLInputElement).checked)} />
  </li>`;
}
