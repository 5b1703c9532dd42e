// What a person should know of a program before it is here: what it is, how it is proven, who can ask and read it.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app';
import type { Schemas } from '../api/client';
import { glyph } from './icons';
import { orNone } from './parts';

type Program = Schemas['Available'];
const MOST_ALGORITHMS = 6;

type Told = 'licence' | 'devFee' | 'apiExposure' | 'secrets' | 'getting' | 'tried' | 'broken';

/** What is told of a program, in the language of the dashboard. */
export function told(app: App, program: Program, field: Told): string {
  return app.say({ text: program[field] ?? '', ...program.wordings[field] });
}

export function programFacts(app: App, program: Program): TemplateResult {
  const words = app.text.miners.program;
  const parts = program.watched ? [words.watches] : [...(program.cpu ? ['cpu'] : []), ...program.makers].map((each) => words.parts[each] ?? each);
  const some = program.algorithms.slice(0, MOST_ALGORITHMS).join(', ');
  const { latestVersion: latest, latestPublishedAt: published } = program;
  return html`<dl class="facts">
    <dt>${words.suits}</dt>
    <dd>${parts.join(', ')} <span class="hint">${words.algorithms(some, Math.max(0, program.algorithms.length - MOST_ALGORITHMS))}</span></dd>
    ${program.origin === 'own' || (!latest && !program.installedVersion)
      ? nothing
      : html`<dt>${words.version}</dt>
          <dd>
            ${program.installedVersion ?? nothing} ${latest && latest !== program.installedVersion ? words.newest(latest) : nothing}
            ${published ? html`<span class="hint" title=${app.numbers.dateTime(published)}>${words.published(app.numbers.ago(published))}</span>` : nothing}
          </dd>
          <dt>${words.size}</dt>
          <dd>${orNone(app, app.numbers.bytes(program.latestBytes))}</dd>`}
    <dt>${words.licence}</dt>
    <dd>${told(app, program, 'licence')} ${program.homepage ? html`<a href=${program.homepage} target="_blank" rel="noreferrer">${new URL(program.homepage).host}</a>` : nothing}</dd>
    <dt>${words.donation}</dt>
    <dd>${told(app, program, 'devFee')}</dd>
    <dt>${words.proof}</dt>
    <dd>${proofOf(app, program)}</dd>
    ${program.origin === 'own'
      ? nothing
      : html`<dt>${words.api}</dt>
          <dd>${program.openApi ? html`${glyph('degraded')} ${words.apiOpen}` : words.apiClosed}</dd>
          <dt>${words.secrets}</dt>
          <dd>${program.secretsExposed ? html`${glyph('degraded')} ${words.secretsOpen}` : words.secretsClosed}</dd>
          <dt>${words.evidence}</dt>
          <dd>${words.evidences[program.evidence]}</dd>`}
  </dl>`;
}

function proofOf(app: App, program: Program): string {
  const words = app.text.miners.program;
  const { verified, verification, origin, installable } = program;
  if (origin === 'own') return words.own;
  const proof = verified ?? (origin === null && installable ? verification : null);
  if (proof) return words.proofs[proof.how] ?? app.say({ text: proof.text, ...proof.wording });
  return origin === null ? words.ownBuildProof : words.unproven;
}

/** The same at length, as its adapter puts it, and what nobody could confirm. */
export function programMore(app: App, program: Program): TemplateResult | typeof nothing {
  const words = app.text.miners.program;
  if (program.broken) return nothing;
  return html`<details class="more-facts">
    <summary>${words.more(program.unconfirmed.length)}</summary>
    <dl class="facts">
      <dt>${words.api}</dt>
      <dd>${told(app, program, 'apiExposure')}</dd>
      <dt>${words.secrets}</dt>
      <dd>${told(app, program, 'secrets')}</dd>
      <dt>${words.evidence}</dt>
      <dd>${told(app, program, 'tried')}</dd>
      ${program.unconfirmed.length
        ? html`<dt>${words.unconfirmed}</dt>
            <dd><ul>${program.wordings.unconfirmed.map((each) => html`<li>${app.say(each)}</li>`)}</ul></dd>`
        : nothing}
    </dl>
  </details>`;
}

export const programFactsSheet = css`
  .facts {
    display: grid;
    grid-template-columns: minmax(90px, max-content) minmax(0, 1fr);
    gap: 6px 16px;
    font-size: 0.8125rem;
    margin: 0;
    align-items: baseline;
  }
  .facts a {
    display: inline-block;
    min-height: 24px;
  }
  .facts dt {
    color: var(--c-text-2);
  }
  .facts ul {
    margin: 0;
    padding-left: 16px;
    display: grid;
    gap: 4px;
  }
  .facts ul li {
    list-style: disc;
  }
  .more-facts summary {
    cursor: pointer;
    font-size: 0.8125rem;
    min-height: 24px;
  }
  .more-facts .facts {
    margin-top: 8px;
  }
  @container dashboard (max-width: 44.9937rem) {
    .facts {
      grid-template-columns: minmax(0, 7.5em) minmax(0, 1fr);
    }
    .more-facts summary, .other-programs > summary, .getting summary {
      min-height: 40px;
      padding: 10px 0;
    }
  }
`;
