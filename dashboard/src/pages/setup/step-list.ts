// Where in the wizard one is: all steps with what was answered, or in a narrow host a line of five.
import { html, nothing, type TemplateResult } from 'lit';
import { algorithmName } from '../../algorithm';
import type { App } from '../../app';
import { icon } from '../../components/icons';
import { shortAddress } from '../../text/numbers';
import { isAnswered, STEPS, type Step } from './answers';
import type { Wizard } from './wizard';

export function stepList(app: App, wizard: Wizard, step: Step): TemplateResult {
  const words = app.text.setup;
  const at = STEPS.indexOf(step);
  const following = STEPS[at + 1];
  return html`<ol class="steps" aria-label=${app.text.vocabulary.pages.setup}>
      ${STEPS.map((each, number) => item(app, wizard, each, number, at))}
    </ol>
    <div class="narrow-steps">
      <p class="hint">${words.step(at + 1, STEPS.length)} · ${following ? words.next(words.steps[following]) : words.nextStart}</p>
      <div aria-hidden="true">${STEPS.map((_, number) => html`<span class=${number <= at ? 'done' : ''}></span>`)}</div>
    </div>`;
}

function item(app: App, wizard: Wizard, step: Step, number: number, at: number): TemplateResult {
  const words = app.text.setup;
  const done = number < at && isAnswered(step, wizard.answers);
  const name = html`<span class="count" aria-hidden="true">${done ? icon('check') : number + 1}</span>
    <span>${words.steps[step]}${done ? html`<span class="hint">${answerOf(app, wizard, step)}</span>` : nothing}</span>`;
  return html`<li class=${number === at ? 'now' : done ? 'done' : ''} aria-current=${number === at ? 'step' : nothing}>
    ${done && !wizard.busy ? html`<button class="ghost" @click=${() => wizard.at(step)}>${name}</button>` : html`<span class="still">${name}</span>`}
  </li>`;
}

function answerOf(app: App, { answers, coin }: Wizard, step: Step): string {
  switch (step) {
    case 'coin':
      return coin ? `${coin.name} (${coin.ticker})` : algorithmName(answers.algorithm);
    case 'pool':
      return answers.pool.replace(/^.*:\/\//, '').replace(/:\d+$/, '');
    case 'wallet':
      return shortAddress(answers.wallet.trim());
    case 'hardware':
      return app.text.setup.hardware.level[answers.level];
    case 'review':
      return '';
  }
}
