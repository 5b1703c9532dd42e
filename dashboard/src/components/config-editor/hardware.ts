// What a miner may use of the machine: only what its program can do.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { Schemas } from '../../api/client';
import type { App } from '../../app';
import { described, field, selectField, switchField, textField } from '../field';
import type { Config, Draft } from './draft';

type Type = Schemas['Available'] | undefined;
type Change = (change: Partial<Config>) => void;
type Faults = Record<string, string>;

const HARDWARE = ['threads', 'hugePages', 'cpuPriority', 'pauseOnBattery', 'pauseOnActive', 'donateLevel'];
const IDLE = 300; // s, where a person only switches it on

export function hardwareFields(app: App, type: Type, config: Partial<Config>, faults: Faults, change: Change): TemplateResult {
  const words = app.text.editor;
  const { labels } = words;
  const supports = type?.supports;
  const can = (name: string) => supports?.fields?.includes(name) ?? false;
  const gpus = app.store.info?.gpus?.length ?? 0;
  const limit = (supports?.limits as Record<string, { least?: number; most?: number | null }> | undefined)?.['donateLevel'];
  const cards = (['cuda', 'opencl'] as const).filter((name) => can(name) && (gpus || config[name]));
  if (!cards.length && !HARDWARE.some(can)) return html`<p class="hint">${words.noHardware}</p>`;
  return html`${can('threads') ? threads(app, config.threads ?? 0, faults['threads'], change) : nothing}
    <div class="fields">
      ${can('hugePages')
        ? selectField({
            id: 'hugePages',
            label: labels.hugePages,
            fault: faults['hugePages'],
            value: config.hugePages == null ? '' : String(config.hugePages),
            choices: [['', words.hugePagesChoices.absent], ['true', words.hugePagesChoices.on], ['false', words.hugePagesChoices.off]], // prettier-ignore
            chosen: (value) => change({ hugePages: value === '' ? undefined : value === 'true' }),
          })
        : nothing}
      ${can('cpuPriority')
        ? selectField({
            id: 'cpuPriority',
            label: labels.cpuPriority,
            fault: faults['cpuPriority'],
            value: config.cpuPriority == null ? '' : String(config.cpuPriority),
            choices: [['', words.asProgram], ...words.priorities.map((each, at): [string, string] => [String(at), each])],
            chosen: (value) => change({ cpuPriority: value === '' ? undefined : Number(value) }),
          })
        : nothing}
      ${cards.map((name) =>
        switchField({ id: name, label: labels[name], on: config[name]?.enabled ?? false, switched: (enabled) => change({ [name]: { ...config[name], enabled } }) }),
      )}
      ${can('pauseOnBattery')
        ? switchField({ id: 'pauseOnBattery', label: labels.pauseOnBattery, on: config.pauseOnBattery ?? false, switched: (on) => change({ pauseOnBattery: on || undefined }) })
        : nothing}
      ${can('pauseOnActive') ? pauseOnActive(app, config, faults, change) : nothing}
      ${can('donateLevel')
        ? field(
            { id: 'donateLevel', label: labels.donateLevel, fault: faults['donateLevel'] },
            html`<span class="beside"
              >${numberInput('donateLevel', config.donateLevel, faults['donateLevel'], (value) => change({ donateLevel: value }), limit?.least ?? 0, limit?.most ?? 100, limit?.least)}
              <span class="secondary">${words.percentTime}</span></span
            >`,
          )
        : nothing}
    </div>`;
}

function threads(app: App, value: number, fault: string | undefined, change: Change): TemplateResult {
  const words = app.text.editor;
  const all = Math.max(app.store.info?.cpus ?? 1, value);
  const amount = value ? words.threadsSome(value, all) : words.threadsAll;
  const { invalid, by } = described({ id: 'threads', label: '', hint: true, ...(fault ? { fault } : {}) });
  return field(
    { id: 'threads', label: words.labels.threads, hint: value ? words.threadsHint : undefined, fault },
    html`<span class="amount">
      <input
        type="range"
        id="threads"
        min="0"
        max=${all}
        ${ref((input) => (input as HTMLElement | undefined)?.style.setProperty('--c-done', `${(100 * value) / all}%`))}
        .value=${live(String(value))}
        aria-valuetext=${amount}
        aria-invalid=${invalid ?? nothing}
        aria-describedby=${(value || fault) && by ? by : nothing}
        @input=${(event: Event) => change({ threads: Number((event.target as HTMLInputElement).value) || undefined })}
      /><output for="threads" class="secondary">${amount}</output></span
    >`,
  );
}

function pauseOnActive(app: App, config: Partial<Config>, faults: Faults, change: Change): TemplateResult {
  const words = app.text.editor;
  const value = config.pauseOnActive ?? 0;
  return html`<div class="field">
    ${switchField({ id: 'pauseOnActive', label: words.labels.pauseOnActive, on: value > 0, fault: faults['pauseOnActive'], switched: (on) => change({ pauseOnActive: on ? IDLE : undefined }) })}
    ${value > 0
      ? html`<span class="beside"
          >${numberInput('idle', value, undefined, (seconds) => change({ pauseOnActive: seconds || undefined }), 1, 86_400, undefined, words.labels.pauseOnActive)}
          <span class="secondary">${words.seconds}</span></span
        >`
      : nothing}
  </div>`;
}

function numberInput(
  id: string, value: number | null | undefined, fault: string | undefined, typed: (value: number | undefined) => void,
  least: number, most: number, standard?: number, label?: string,
): TemplateResult { // prettier-ignore
  return html`<input
    type="number"
    id=${id}
    min=${least}
    max=${most}
    placeholder=${standard ?? ''}
    aria-label=${label ?? nothing}
    aria-invalid=${fault ? 'true' : nothing}
    aria-describedby=${fault ? `${id}-fault` : nothing}
    .value=${live(value == null ? '' : String(value))}
    @input=${(event: Event) => {
      const { value: text } = event.target as HTMLInputElement;
      typed(text === '' ? undefined : Number(text));
    }}
  />`;
}

/** Fields that few need. */
export function moreFields(app: App, type: Type, draft: Draft, faults: Faults, change: Change, proxy: (value: string) => void): TemplateResult[] {
  const { labels } = app.text.editor;
  const { rest } = draft;
  const can = (name: string) => type?.supports?.fields?.includes(name) ?? false;
  const shown: TemplateResult[] = [];
  if (can('proxy')) shown.push(textField({ id: 'proxy', label: labels.proxy, value: draft.proxy, placeholder: 'socks5://127.0.0.1:9050', fault: faults['proxy'], typed: proxy }));
  if (can('cpuAffinity'))
    shown.push(
      textField({ id: 'cpuAffinity', label: labels.cpuAffinity, value: rest.cpuAffinity ?? '', placeholder: '0xf', fault: faults['cpuAffinity'], typed: (value) => change({ cpuAffinity: value || undefined }) }),
    );
  if (can('intensity'))
    shown.push(
      textField({ id: 'intensity', label: labels.intensity, type: 'number', step: 'any', value: rest.intensity == null ? '' : String(rest.intensity), fault: faults['intensity'], typed: (value) => change({ intensity: value === '' ? undefined : Number(value) }) }),
    );
  if (can('nicehash')) shown.push(switchField({ id: 'nicehash', label: labels.nicehash, on: rest.nicehash ?? false, switched: (on) => change({ nicehash: on || undefined }) }));
  return shown;
}
