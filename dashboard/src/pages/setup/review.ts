// Last step: exactly what will be downloaded, asked and started; warnings and faults before the last button.
import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../api/client';
import { algorithmName } from '../../algorithm';
import type { App } from '../../app';
import { selectField, textField } from '../../components/field';
import '../../components/getting';
import { glyph } from '../../components/icons';
import { breakable } from '../../components/parts';
import { programFacts, programMore, told } from '../../components/program-facts';
import { isByHand, wayTo } from '../../programs';
import { shortAddress } from '../../text/numbers';
import { earns, programsFor } from './suit';
import { threads } from './hardware';
import { withoutInternet } from './offline';
import type { Wizard } from './wizard';

const OWN_WAY = new Set(['MINER_NOT_INSTALLED', 'MINER_ALREADY_RUNNING']); // the last button itself sees to these
export const FORCIBLE = new Set(['POOL_UNREACHABLE', 'INSUFFICIENT_RESOURCES']);

export function reviewStep(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.review;
  const { answers, coin, program, check } = wizard;
  const others = programsFor(answers.algorithm, wizard.choices.types);
  const refused = wizard.failure?.unproven ?? false;
  const hardware = [
    wizard.usesCpu ? app.text.setup.hardware.threads(threads(app, wizard, answers.level)) : null,
    answers.hugePages ? words.hugePagesOn : null,
  ];
  return html`<p class="secondary">${wizard.stage ? nothing : words.text}</p>
    <dl class="panel review">
      ${row(app, wizard, app.text.setup.steps.coin, 'coin', [coin ? `${coin.name} (${coin.ticker})` : null, algorithmName(answers.algorithm)].filter(Boolean).join(', '))}
      ${row(app, wizard, app.text.setup.steps.pool, 'pool', html`${breakable(placeOf(answers.pool))}${/\+ssl|^ssl/.test(answers.pool) ? ', TLS' : nothing}
        ${answers.second ? html`<div class="hint">${words.then('')}${breakable(placeOf(answers.second))}</div>` : nothing}`)}
      ${row(app, wizard, app.text.setup.steps.wallet, 'wallet', html`<span class="mono">${shortAddress(answers.wallet.trim())}</span>`)}
      ${answers.worker ? row(app, wizard, words.machine, 'wallet', answers.worker) : nothing}
      ${row(app, wizard, app.text.setup.steps.hardware, 'hardware', hardware.filter(Boolean).join(', '))}
    </dl>
    <div class="fields">
      ${selectField({
        id: 'program',
        label: words.program,
        value: program?.type ?? '',
        choices: others.map((each) => [each.type, each.simulated ? words.pretends(each.title) : each.installed ? `${each.title} ${each.installedVersion ?? ''}` : words.ways[wayTo(each)](each.title)]),
        disabled: wizard.busy,
        chosen: (type) => wizard.answer({ program: type }),
      })}
      ${textField({ id: 'profile-name', label: words.name, value: wizard.name, fault: wizard.faults['name'], readonly: wizard.busy, typed: (name) => wizard.answer({ name }) })}
    </div>
    ${program && !program.installed
      ? html`<section class="panel told about-program" aria-label=${program.title}>
          ${programFacts(app, program)} ${programMore(app, program)}
          ${isByHand(program, refused) ? html`<mining-getting .app=${app} .program=${program} .refused=${refused} @programs-changed=${() => void wizard.lookAgain()}></mining-getting>` : nothing}
        </section>`
      : nothing}
    ${check ? whatHappens(app, wizard) : html`<p class="secondary" role="status">${wizard.checkIssue ? html`<span class="err">${glyph('failed')} ${wizard.checkIssue}</span>` : words.checking}</p>`}
    ${progress(app, wizard)} ${wizard.failure ? failure(app, wizard) : nothing}
    ${program && !program.installed ? withoutInternet(app, wizard, wizard.failure?.stage === 'install') : nothing}`;
}

/** host:port of a pool's address. */
const placeOf = (pool: string) => pool.replace(/^stratum\+(ssl|tcp):\/\//, '');

function row(app: App, wizard: Wizard, label: string, step: 'coin' | 'pool' | 'wallet' | 'hardware', value: unknown): TemplateResult {
  const { change } = app.text.setup.review;
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
    <dd><button class="link" aria-label="${change}: ${label}" ?disabled=${wizard.busy} @click=${() => wizard.at(step)}>${change}</button></dd>
  </div>`;
}

type StartError = Schemas['StartError'];

export function obstacles(wizard: Wizard): { hard: StartError[]; soft: StartError[] } {
  const errors = (wizard.check?.errors ?? []).filter((each) => !(OWN_WAY.has(each.code) && (each.code !== 'MINER_NOT_INSTALLED' || (wizard.program && wayTo(wizard.program) === 'install'))));
  return { hard: errors.filter((each) => !FORCIBLE.has(each.code)), soft: errors.filter((each) => FORCIBLE.has(each.code)) };
}

function whatHappens(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.review;
  const { check, program } = wizard;
  const download = check?.download;
  const verb = wizard.needsInstall ? words.installAndStart : words.startNow;
  const { hard, soft } = obstacles(wizard);
  const feeIsTold = check?.warningWordings.some((each) => each.message === 'warning.donates');
  const proof = words.proof[download?.verification as keyof typeof words.proof] ?? words.proof.other;
  return html`<section class="happens">
      <h2>${words.press(verb)}</h2>
      <ol>
        ${program && wayTo(program) === 'install' ? html`<li><span>${words.download(program?.title ?? '')}${download?.version ? `, ${words.version(download.version)},` : ''} ${proof}</span></li>` : nothing}
        ${program?.simulated ? nothing : check?.pools.map((each) => html`<li><span>${words.login(each.pool, each.login)}${each.tls ? ' (TLS)' : ''}</span></li>`)}
        <li><span>${words.save(wizard.name)} ${program?.simulated ? words.pretend : words.start}</span></li>
      </ol>
    </section>
    ${hard.length
      ? html`<div class="panel told" role="alert">
          <h2>${glyph('failed')} ${words.faults}</h2>
          ${hard.map((each) => html`<p>${each.field ? html`<b>${each.field}</b>: ` : nothing}${app.say({ text: each.message, ...each.wording })}</p>`)}
        </div>`
      : nothing}
    ${soft.length
      ? html`<div class="panel told">
          ${soft.map((each) => html`<p>${glyph('degraded')} ${app.say({ text: each.message, ...each.wording })}</p>`)}
          <label class="choice"><input type="checkbox" .checked=${wizard.anyway} @change=${(event: Event) => wizard.goAnyway((event.target as HTMLInputElement).checked)} />${words.anyway}</label>
        </div>`
      : nothing}
    <div class="panel told">
      ${check?.warningWordings.map((each) => html`<p class="hint">${glyph('degraded')} ${app.say(each)}</p>`)}
      <p class="hint">
        ${glyph('hint')} ${feeIsTold || !program || !earns(program) ? nothing : words.devFee(program.title, told(app, program, 'devFee'))} ${words.takesNothing} ${wizard.needsInstall ? words.scanner : nothing}
      </p>
    </div>`;
}

function progress(app: App, wizard: Wizard): TemplateResult | typeof nothing {
  const words = app.text.setup.review;
  if (!wizard.stage) return nothing;
  const job = wizard.job?.progress;
  const measured = job?.stage === 'download' && job.bytes !== null && job.total ? { bytes: job.bytes, total: job.total } : null;
  const parts = [words.stage[wizard.stage], job ? (words.job[job.stage] ?? job.stage) : null, measured ? app.text.miners.program.ofBytes(app.numbers.bytes(measured.bytes), app.numbers.bytes(measured.total)) : null];
  return html`<div class="panel told progress" role="status">
    <p><b>${parts.filter(Boolean).join(' · ')}</b></p>
    <progress aria-label=${words.stage[wizard.stage]} max=${measured ? measured.total : nothing} value=${measured ? measured.bytes : nothing}></progress>
  </div>`;
}

function failure(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.review;
  const { stage, text } = wizard.failure!;
  return html`<div class="panel told failure" role="alert">
    <h2>${glyph('failed')} ${words.failed[stage]}</h2>
    <p>${text}</p>
    <p class="hint">${words.nothingChanged}</p>
  </div>`;
}
