// Second step: pools of the coin, the fastest first, measured by the server; or one's own.
import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../api/client';
import type { App } from '../../app';
import { selectField, textField } from '../../components/field';
import { icon } from '../../components/icons';
import { button, none } from '../../components/parts';
import { addressOf, byAnswerTime, type Test } from './measuring';
import type { Wizard } from './wizard';

type Pool = Schemas['ListedPool'];

const SHOWN = 8;

export function poolStep(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.pool;
  const { answers, tests, measuring } = wizard;
  const pools = wizard.pools();
  // While it measures the order stands still, so that nobody chooses what has just moved.
  const ordered = byAnswerTime(pools, measuring ? new Map() : tests);
  const chosen = ordered.find((each) => addressOf(each) === answers.pool);
  const shown = wizard.allPools ? ordered : ordered.slice(0, SHOWN);
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  const slowest = Math.max(1, ...[...tests.values()].map((each) => each.connectMs ?? 0));
  const fastest = measuring ? undefined : ordered.find((each) => tests.get(each.id)?.result === 'reachable');
  const own = answers.pool !== '' ? !chosen : wizard.ownPool;
  const offline = !measuring && pools.length > 0 && pools.every((each) => tests.get(each.id)?.result === 'unresolved');
  return html`<p class="secondary">${pools.length ? words.text : words.none}</p>
    <div class="panel pools" role="radiogroup" aria-label=${words.title}>
      ${pools.length
        ? html`<div class="head" aria-hidden="true"><span></span><span>${words.pool}</span><span>${words.fee}</span><span>${words.answer}</span></div>`
        : nothing}
      ${shown.map((each) => row(app, each, each === chosen, tests.get(each.id), slowest, each === fastest, wizard))}
      ${shown.length < ordered.length ? html`<div class="more"><button class="link" @click=${() => wizard.showAllPools()}>${words.more(ordered.length - shown.length)}</button></div>` : nothing}
      <label class="pool">
        <input type="radio" name="pool" .checked=${own} @change=${() => wizard.typeOwnPool()} />
        <span><b>${words.another}</b><span class="hint">${words.anotherHint}</span></span>
      </label>
    </div>
    ${own
      ? html`<div class="own">
          ${textField({ id: 'own-pool', label: words.address, value: answers.pool, placeholder: 'pool.example:3333', fault: wizard.faults['pool'], typed: (pool) => wizard.answer({ pool }) })}
          ${wizard.ownTest ? html`<p class="hint ${wizard.ownTest.result === 'reachable' ? 'ok' : 'warn'}" role="status">${wizard.ownTest.text}</p>` : nothing}
          ${button(app, app.text.vocabulary.verbs.test, () => void wizard.testOwn(), { changes: true })}
        </div>`
      : nothing}
    ${pools.length
      ? html`<div class="row">
          ${button(app, html`${icon('restart')}${words.again}`, () => void wizard.measureAgain(), { changes: true, busy: measuring ? words.measuring(tests.size, pools.length) : null })}
          <span class="hint" role="status">${measuring ? nothing : offline ? html`<span class="warn">${words.offline}</span>` : words.measured}</span>
        </div>`
      : nothing}
    <details ?open=${answers.second !== ''}>
      <summary>${words.second} ${answers.second ? html`<span class="tag accent">${answers.second.replace(/^.*:\/\//, '')}</span>` : nothing}</summary>
      ${pools.length
        ? selectField({
            id: 'second',
            label: words.secondLabel,
            value: answers.second,
            choices: [['', words.noSecond], ...ordered.filter((each) => each !== chosen).map((each): [string, string] => [addressOf(each), `${each.name} · ${each.host}`])],
            chosen: (second) => wizard.answer({ second }),
          })
        : textField({ id: 'second', label: words.secondLabel, value: answers.second, placeholder: 'pool.example:3333', typed: (second) => wizard.answer({ second }) })}
    </details>`;
}

function row(app: App, pool: Pool, chosen: boolean, test: Test | undefined, slowest: number, fastest: boolean, wizard: Wizard): TemplateResult {
  const words = app.text.setup.pool;
  const about = [pool.name, pool.region, pool.tlsPort ? 'TLS' : null, pool.origin === 'yours' ? words.yours : null, pool.login === 'account' ? words.account : null];
  const fee = pool.fee === null ? null : app.numbers.decimal(pool.fee, Number.isInteger(pool.fee) ? 0 : 1);
  return html`<label class="pool ${chosen ? 'chosen' : ''}">
    <input type="radio" name="pool" .checked=${chosen} @change=${() => wizard.answer({ pool: addressOf(pool) })} />
    <span><b>${pool.host}</b><span class="hint">${about.filter(Boolean).join(' · ')}</span></span>
    <span class="fee">${fee === null ? none(app) : html`${fee}\u202f% <span class="hint narrow-only">${words.fee}</span>`}</span>
    <span class="answer">${answer(app, test, slowest)} ${fastest ? html`<span class="tag ok">${words.fastest}</span>` : nothing}</span>
  </label>`;
}

function answer(app: App, test: Test | undefined, slowest: number): TemplateResult {
  if (!test) return none(app);
  if (test.result !== 'reachable' || test.connectMs === null) return html`<span class="hint" title=${test.text}>${app.text.setup.pool.noAnswer}</span>`;
  const width = Math.max(2, (test.connectMs / slowest) * 72);
  return html`<svg class="measure" viewBox="0 0 72 5" preserveAspectRatio="none" aria-hidden="true">
      <rect width="72" height="5" rx="2.5" fill="var(--c-raised)"></rect>
      <rect width=${width} height="5" rx="2.5" fill="var(--c-quiet)"></rect></svg
    >${app.numbers.ping(Math.round(test.connectMs))}`;
}
