// One program: what it suits, what it costs, how it is verified, and how far its installation has come.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Schemas } from '../../api/client';
import type { Job } from '../../api/store';
import '../../components/getting';
import { glyph } from '../../components/icons';
import { offlineWays } from '../../components/offline-ways';
import { button } from '../../components/parts';
import { programFacts, programFactsSheet, programMore, told } from '../../components/program-facts';
import { isByHand, isUnproven, wayTo } from '../../programs';
import { isNewer } from './version';

export interface ProgramActions {
  install(force: boolean): void;
  rollBack(): void;
  remove(): void;
}

type Program = Schemas['Available'];

export function programCard(app: App, program: Program, job: Job | undefined, actions: ProgramActions): TemplateResult {
  const words = app.text.miners.program;
  const refused = job?.error ? isUnproven(job.error.code, job.error.details) : false;
  const id = `program-${program.type}`;
  return html`<section class="panel program" aria-labelledby=${id}>
    <header>
      <h2 id=${id} class="row">
        ${program.title} ${program.installedVersion ? html`<span class="hint">${program.installedVersion}</span>` : nothing}
        ${program.origin ? html`<span class="tag">${words.origins[program.origin] ?? program.origin}</span>` : nothing}
        ${program.watched ? html`<span class="tag">${words.watchTag}</span>` : nothing}
        ${program.evidence === 'none' && !program.broken ? html`<span class="tag">${words.notTried}</span>` : nothing}
        ${program.simulated ? html`<span class="tag">${app.text.vocabulary.simulated}</span>` : nothing}
      </h2>
      ${job?.state === 'running' ? nothing : buttons(app, program, job, actions)}
    </header>
    ${job ? progress(app, program, job, actions) : nothing}
    ${program.broken ? html`<p class="body err">${told(app, program, 'broken')}</p>` : nothing}
    ${program.wordings.advisories.map((each) => html`<p class="body warn">${glyph('degraded')} ${app.say(each)}</p>`)}
    ${program.broken
      ? nothing
      : html`<div class="body">${programFacts(app, program)}</div>
          ${program.origin === null && isByHand(program, refused) ? html`<mining-getting class="body" .app=${app} .program=${program} .refused=${refused}></mining-getting>` : nothing}
          <div class="body">${programMore(app, program)}</div>`}
  </section>`;
}

function buttons(app: App, program: Program, job: Job | undefined, actions: ProgramActions): TemplateResult {
  const words = app.text.miners.program;
  const { installedVersion: here, latestVersion: latest, previousVersion: previous } = program;
  const changes = true;
  const isOurs = program.origin === 'own';
  const canInstall = program.installable && !program.broken && job?.state !== 'failed' && wayTo(program) !== 'unproven';
  return html`<span class="row">
    ${canInstall && program.origin === null ? button(app, words.install, () => actions.install(false), { changes, classes: 'primary' }) : nothing}
    ${canInstall && program.origin !== null && !program.installed ? button(app, words.again, () => actions.install(true), { changes, classes: 'primary' }) : nothing}
    ${canInstall && program.installed && latest && isNewer(latest, here) ? button(app, words.updateTo(latest), () => actions.install(false), { changes, classes: 'primary' }) : nothing}
    ${previous ? button(app, words.rollBack(previous), actions.rollBack, { changes }) : nothing}
    ${program.origin !== null && !isOurs ? button(app, app.text.vocabulary.verbs.remove, actions.remove, { needs: 'admin', classes: 'danger' }) : nothing}
  </span>`;
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
  const text = app.say({ text: message, ...(details.wording ?? job.wording) });
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
  return html`<div class="offline-ways">
    <h3>${app.text.miners.program.offline.title}</h3>
    ${offlineWays(app, type)}
  </div>`;
}

const cardSheet = css`
  .program h2 .hint, .program h2 .tag {
    font-weight: 400;
  }
  .program > .body {
    margin: 0;
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

export const programSheet = [programFactsSheet, cardSheet];
