// One program: what it suits, what it costs, how it is verified, and how far its installation has come.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Schemas } from '../../api/client';
import type { Job } from '../../api/store';
import { command } from '../../components/copy';
import { glyph } from '../../components/icons';
import { button, orNone } from '../../components/parts';
import { isNewer } from './version';

export interface ProgramActions {
  install(force: boolean): void;
  rollBack(): void;
  remove(): void;
}

type Program = Schemas['Available'];
const MOST_ALGORITHMS = 6;

export function programCard(app: App, program: Program, job: Job | undefined, actions: ProgramActions): TemplateResult {
  const words = app.text.miners.program;
  const id = `program-${program.type}`;
  return html`<section class="panel program" aria-labelledby=${id}>
    <header>
      <h2 id=${id} class="row">
        ${program.title} ${program.installedVersion ? html`<span class="hint">${program.installedVersion}</span>` : nothing}
        ${program.origin ? html`<span class="tag">${words.origins[program.origin] ?? program.origin}</span>` : nothing}
        ${program.simulated ? html`<span class="tag">${app.text.vocabulary.simulated}</span>` : nothing}
      </h2>
      ${job?.state === 'running' ? nothing : buttons(app, program, job, actions)}
    </header>
    ${job ? progress(app, program, job, actions) : nothing}
    ${program.broken ? html`<p class="body err">${program.broken}</p>` : nothing}
    ${program.advisories.map((each) => html`<p class="body warn">${glyph('degraded')} ${each}</p>`)} ${facts(app, program)}
    ${program.origin === null && !program.installable
      ? html`<div class="body"><p class="hint">${words.notHere}</p>${command(app, `miner-ctrl register ${program.type} /path/to/${program.type}`)}</div>`
      : nothing}
  </section>`;
}

function buttons(app: App, program: Program, job: Job | undefined, actions: ProgramActions): TemplateResult {
  const words = app.text.miners.program;
  const { installedVersion: here, latestVersion: latest, previousVersion: previous } = program;
  const changes = true;
  const isOurs = program.origin === 'own';
  const canInstall = program.installable && !program.broken && job?.state !== 'failed';
  return html`<span class="row">
    ${canInstall && program.origin === null ? button(app, words.install, () => actions.install(false), { changes, classes: 'primary' }) : nothing}
    ${canInstall && program.origin !== null && !program.installed ? button(app, words.again, () => actions.install(true), { changes, classes: 'primary' }) : nothing}
    ${canInstall && program.installed && latest && isNewer(latest, here) ? button(app, words.updateTo(latest), () => actions.install(false), { changes, classes: 'primary' }) : nothing}
    ${previous ? button(app, words.rollBack(previous), actions.rollBack, { changes }) : nothing}
    ${program.origin !== null && !isOurs ? button(app, app.text.vocabulary.verbs.remove, actions.remove, { changes, classes: 'danger' }) : nothing}
  </span>`;
}

function facts(app: App, program: Program): TemplateResult {
  const words = app.text.miners.program;
  const parts = [...(program.cpu ? ['cpu'] : []), ...program.gpu].map((each) => words.parts[each] ?? each);
  const some = program.algorithms.slice(0, MOST_ALGORITHMS).join(', ');
  const { verified, verification, latestVersion: latest, latestPublishedAt: published } = program;
  const isOurs = program.origin === 'own';
  const proof = verified ?? (program.origin === null ? verification : null);
  const proven = proof ? (words.proofs[proof.how] ?? proof.text) : isOurs ? words.own : program.origin ? words.unproven : '—';
  return html`<dl class="facts body">
    <dt>${words.suits}</dt>
    <dd>${parts.join(', ')} <span class="hint">${words.algorithms(some, program.algorithms.length - MOST_ALGORITHMS > 0 ? program.algorithms.length - MOST_ALGORITHMS : 0)}</span></dd>
    ${isOurs
      ? nothing
      : html`<dt>${words.version}</dt>
          <dd>
            ${program.installedVersion ?? nothing} ${latest && latest !== program.installedVersion ? words.newest(latest) : nothing}
            ${latest ? nothing : program.installedVersion ? nothing : orNone(app, '—')}
            ${published ? html`<span class="hint" title=${app.numbers.dateTime(published)}>${words.published(app.numbers.ago(published))}</span>` : nothing}
          </dd>
          <dt>${words.size}</dt>
          <dd>${orNone(app, app.numbers.bytes(program.latestBytes))}</dd>`}
    <dt>${words.licence}</dt>
    <dd>${program.licence} ${program.homepage ? html`<a href=${program.homepage} target="_blank" rel="noreferrer">${new URL(program.homepage).host}</a>` : nothing}</dd>
    <dt>${words.donation}</dt>
    <dd>${program.devFee}</dd>
    <dt>${words.proof}</dt>
    <dd>${proven}</dd>
  </dl>`;
}

function progress(app: App, program: Program, job: Job, actions: ProgramActions): TemplateResult | typeof nothing {
  const words = app.text.miners.program;
  const { numbers } = app;
  if (job.state === 'running') {
    const { stage, bytes, total } = job.progress ?? { stage: null, bytes: null, total: null };
    const word = stage ? (words.stages[stage] ?? stage) : words.begins;
    const some = stage === 'download' && bytes !== null ? (total ? words.ofBytes(numbers.bytes(bytes), numbers.bytes(total)) : numbers.bytes(bytes)) : '';
    const measured = stage === 'download' && bytes !== null && total;
    return html`<div class="body installing">
      <progress aria-label=${words.progress(program.title)} max=${measured ? total : nothing} value=${measured ? bytes : nothing}></progress>
      <ol class="row">
        ${words.steps.map((step) => {
          const at = words.steps.indexOf(stage ?? '');
          const own = words.steps.indexOf(step);
          const isPast = stage !== null && (at < 0 || own < at);
          return html`<li class=${step === stage ? 'now' : 'hint'} aria-current=${step === stage ? 'step' : nothing}>${isPast ? glyph('ok') : nothing}${words.stages[step]}</li>`;
        })}
      </ol>
      <p class="hint" role="status">${word} ${some}</p>
    </div>`;
  }
  if (job.state !== 'failed' || !job.error) return nothing;
  const { code, message, details } = job.error;
  const text = app.say({ text: message, message: details['message'] as string | undefined, params: details['params'] as Record<string, unknown> | undefined });
  return html`<div class="body failed" role="alert">
    ${glyph('failed')}
    <div class="grow">
      <p><b>${words.failed(program.title)}</b></p>
      <p class="wrap">${text}</p>
      ${code === 'DOWNLOAD_FAILED' ? withoutInternet(app, program) : nothing}
    </div>
    ${button(app, app.text.vocabulary.verbs.tryAgain, () => actions.install(false), { changes: true, classes: 'primary' })}
  </div>`;
}

function withoutInternet(app: App, { type }: Program): TemplateResult {
  const words = app.text.miners.program.offline;
  return html`<div class="offline-ways">
    <h3>${words.title}</h3>
    <p class="hint">${words.file}</p>
    ${command(app, `miner-ctrl install ${type} --file ARCHIVE`)}
    <p class="hint">${words.register}</p>
    ${command(app, `miner-ctrl register ${type} /path/to/${type}`)}
    <p class="hint">${words.demo}</p>
    ${command(app, 'miner-ctrl demo')}
  </div>`;
}

export const programSheet = css`
  .program h2 .hint, .program h2 .tag {
    font-weight: 400;
  }
  .program > .body {
    margin: 0;
  }
  .program .facts {
    display: grid;
    grid-template-columns: minmax(90px, max-content) minmax(0, 1fr);
    gap: 6px 16px;
    font-size: 0.8125rem;
  }
  .program .facts a {
    display: inline-block;
    min-height: 24px;
  }
  .program .facts dt {
    color: var(--c-text-2);
  }
  .program progress {
    width: 100%;
    height: 6px;
    accent-color: var(--c-accent-solid);
  }
  .program .installing ol {
    font-size: 0.8125rem;
    gap: 16px;
  }
  .program .installing li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .program .installing li.now {
    font-weight: 600;
  }
  .program .failed {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    flex-wrap: wrap;
  }
  .program .failed > svg {
    margin-top: 5px;
  }
  .program .failed .grow {
    flex: 1 1 260px;
  }
  .program .offline-ways {
    margin-top: 12px;
    display: grid;
    gap: 4px;
    justify-items: start;
  }
`;
