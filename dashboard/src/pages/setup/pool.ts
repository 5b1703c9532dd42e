// Second step: pools of the coin, the fastest first, measured by the server; or one's own.
import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../api/client';
import type { App } from '../../app';
import { selectField, textField } from '../../components/field';
import { icon } from '../../components/icons';
import { breakable, button, none } from '../../components/parts';
import { answerTime, type Tested } from '../../pool-tests';
import { withoutInternet } from './offline';
import { addressOf, byAnswerTime, firstPlaces, furtherPlaces } from './pool-choice';
import type { Wizard } from './wizard';

type Pool = Schemas['ListedPool'];

const SHOWN = 8;

interface Row {
  chosen: boolean;
  fastest: boolean;
  slowest: number; // ms, of all
  further: number; // places of the same pool that are not shown
}

export function poolStep(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.pool;
  const { answers } = wizard;
  const { results, progress } = wizard.tests;
  const pools = wizard.pools();
  const testOf = (pool: Pool) => results.get(addressOf(pool));
  // While it measures the order stands still, so that nobody chooses what has just moved.
  const ordered = byAnswerTime(pools, progress ? new Map() : results);
  const chosen = ordered.find((each) => addressOf(each) === answers.pool);
  const shown = wizard.all.has('pool') ? ordered : firstPlaces(ordered).slice(0, SHOWN);
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  const slowest = Math.max(1, ...pools.map((each) => answerTime(testOf(each)) ?? 0));
  const fastest = progress ? undefined : ordered.find((each) => answerTime(testOf(each)) !== null);
  const own = answers.pool !== '' ? !chosen : wizard.ownPool;
  const ownTest = own ? results.get(answers.pool.trim()) : undefined;
  const offline = !progress && pools.length > 0 && pools.every((each) => testOf(each)?.test?.result === 'unresolved');
  return html`<p class="secondary">${pools.length ? words.text : words.none}</p>
    <div class="panel pools" role="radiogroup" aria-label=${words.title}>
      ${pools.length
        ? html`<div class="head" aria-hidden="true"><span></span><span>${words.pool}</span><span>${words.fee}</span><span>${words.answer}</span></div>`
        : nothing}
      ${shown.map((each) => row(app, wizard, each, { chosen: each === chosen, fastest: each === fastest, slowest, further: wizard.all.has('pool') ? 0 : furtherPlaces(each, pools) }))}
      ${shown.length < ordered.length ? html`<div class="more"><button class="link" @click=${() => wizard.showAll('pool')}>${words.more(ordered.length - shown.length)}</button></div>` : nothing}
      <label class="pool">
        <input type="radio" name="pool" .checked=${own} @change=${() => wizard.typeOwnPool()} />
        <span><b>${words.another}</b><span class="hint">${words.anotherHint}</span></span>
      </label>
    </div>
    ${own
      ? html`<div class="own">
          ${textField({ id: 'own-pool', label: words.address, value: answers.pool, placeholder: 'pool.example:3333', fault: wizard.faults['pool'], typed: (pool) => wizard.answer({ pool }) })}
          ${ownTest?.at ? html`<p class="hint ${answerTime(ownTest) === null ? 'warn' : 'ok'}" role="status">${outcome(app, ownTest)}</p>` : nothing}
          ${button(app, app.text.vocabulary.verbs.test, () => wizard.testOwn(), { changes: true, busy: ownTest && !ownTest.at ? app.text.pools.testing : null })}
        </div>`
      : nothing}
    ${pools.length
      ? html`<div class="row">
          ${button(app, html`${icon('restart')}${words.again}`, () => wizard.measureAgain(), { changes: true, busy: progress ? words.measuring(progress.done, progress.all) : null })}
          <span class="hint" role="status">${progress ? nothing : offline ? html`<span class="warn">${words.offline}</span>` : words.measured}</span>
        </div>`
      : nothing}
    ${offline ? withoutInternet(app, wizard, true) : nothing}
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

function row(app: App, wizard: Wizard, pool: Pool, { chosen, fastest, slowest, further }: Row): TemplateResult {
  const words = app.text.setup.pool;
  const region = [pool.region, further ? words.further(further) : null].filter(Boolean).join(' ');
  const about = [pool.name, region, pool.tlsPort ? 'TLS' : null, pool.origin === 'yours' ? words.yours : null, pool.login === 'account' ? words.account : null];
  const fee = pool.fee === null ? null : app.numbers.decimal(pool.fee, Number.isInteger(pool.fee) ? 0 : 1);
  const tested = wizard.tests.results.get(addressOf(pool));
  const time = answerTime(tested);
  const said = [
    pool.host,
    ...about,
    fee === null ? null : `${words.fee} ${fee}\u202f%`,
    tested?.at ? (time === null ? words.noAnswer : `${words.answer} ${app.numbers.ping(Math.round(time))}`) : null,
    fastest ? words.fastest : null,
  ];
  return html`<label class="pool ${chosen ? 'chosen' : ''}">
    <input type="radio" name="pool" aria-label=${said.filter(Boolean).join(', ')} .checked=${chosen} @change=${() => wizard.answer({ pool: addressOf(pool) })} />
    <span><b>${breakable(pool.host)}</b><span class="hint">${about.filter(Boolean).join(' · ')}</span></span>
    <span class="fee">${fee === null ? none(app) : html`${fee}\u202f% <span class="hint narrow-only">${words.feeBeside}</span>`}</span>
    <span class="answer">${answer(app, tested, slowest)} ${fastest ? html`<span class="tag ok">${words.fastest}</span>` : nothing}</span>
  </label>`;
}

/** What a test brought, in the page's language; of one that failed, why. */
function outcome(app: App, { test, issue }: Tested): string {
  return test ? app.say({ text: test.text, ...test.wording }) : (issue ?? '');
}

function answer(app: App, tested: Tested | undefined, slowest: number): TemplateResult {
  if (!tested?.at) return none(app);
  const time = answerTime(tested);
  if (time === null) return html`<span class="hint" title=${outcome(app, tested)}>${app.text.setup.pool.noAnswer}</span>`;
  const width = Math.max(2, (time / slowest) * 72);
  return html`<svg class="measure" viewBox="0 0 72 5" preserveAspectRatio="none" aria-hidden="true">
      <rect width="72" height="5" rx="2.5" fill="var(--c-raised)"></rect>
      <rect width=${width} height="5" rx="2.5" fill="var(--c-quiet)"></rect></svg
    >${app.numbers.ping(Math.round(time))}`;
}
