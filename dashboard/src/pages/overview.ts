// The overview: one sentence, what needs attention, the key values, then why.
import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { algorithmName, coloursOf } from '../algorithm';
import { Piece } from '../app';
import type { Miner } from '../api/client';
import { attentionRows, openAttention } from '../components/attention';
import { connectionAndSearch } from '../components/connection';
import { glyph, icon } from '../components/icons';
import { minersTable } from '../components/miners-table';
import { minersTableSheet } from '../components/miners-table-sheet';
import { breakable, clock, linkToChange, none, orNone, pageHeader, quantity, steady, viewLink, withUnit } from '../components/parts';
import { POOL_GLYPHS, poolStateOf } from '../components/pool-state';
import './overview/empty';
import { hashratePanel, hashratePanelSheet } from './overview/hashrate';
import { hottest, isLive, isProblem, power, powerOf, shownState, stateOf } from '../state';
import { totals, type Total } from '../totals';

export const TAG = 'mining-overview-page';

const EVENTS = 5; // of the latest activity

class OverviewPage extends Piece {
  static override sheet = [minersTableSheet, hashratePanelSheet, css`
    .keys .meaning {
      font-size: 0.78125rem;
      line-height: 1.44;
      color: var(--c-text-3);
    }
    .keys .meaning.warn {
      color: var(--c-warn);
    }
    .activity time {
      flex: none;
      min-width: 3.5em;
      color: var(--c-text-3);
    }
    .activity li {
      padding: 10px 16px;
      font-size: 0.8125rem;
    }
    .welcome h2 {
      font-size: 1.75rem;
    }
    .welcome p {
      font-size: 1rem;
      margin-top: 4px;
    }
    @container dashboard (min-width: 45rem) {
      .welcome {
        padding: 24px 0 8px;
      }
    }
    .steps3 {
      display: grid;
      gap: 16px 32px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    }
    .steps3 li {
      display: flex;
      gap: 12px;
    }
    .steps3 .count {
      flex: none;
      width: 24px;
      height: 24px;
      border-radius: 50%;
      border: 1px solid var(--c-ctrl);
      display: grid;
      place-items: center;
      font-size: 0.75rem;
      font-weight: 600;
    }
    .steps3 li:first-child .count {
      background: var(--c-accent-solid);
      border-color: var(--c-accent-solid);
      color: #fff;
    }
  `]; // prettier-ignore

  override render(): TemplateResult {
    const { app } = this;
    const { overview, vocabulary } = app.text;
    const { miners } = app.store;
    const start = miners?.length ? linkToChange(app, 'profiles', html`${icon('start')}${overview.startProfile}`, 'operator', 'button primary') : nothing;
    return html`${pageHeader(vocabulary.pages.overview, nothing, app.narrow ? connectionAndSearch(app) : start)}
      <div class="content">${miners === null ? this.#loading() : miners.length ? this.#filled(miners) : this.#empty()}</div>`;
  }

  #loading(): TemplateResult {
    const lines = html`<div class="skeleton short"></div><div class="skeleton tall"></div><div class="skeleton short"></div>`;
    return html`<div class="skeleton hero">&nbsp;</div>
      <div class="panel keys">${[1, 2, 3, 4, 5].map(() => html`<div>${lines}</div>`)}</div>
      <div class="panel"><div class="skeleton wide"></div></div>`;
  }

  #filled(miners: Miner[]): TemplateResult {
    const { app } = this;
    const attention = openAttention(app);
    return html`<div>
        <h2 class="hero">${this.#sentence(miners)}</h2>
        <p class="secondary">${attention.length || miners.some((each) => isProblem(stateOf(each))) ? nothing : app.text.overview.sentence.quiet}</p>
      </div>
      ${attentionRows(app, attention)} ${this.#keys(miners)}
      ${app.narrow
        ? html`${hashratePanel(app)} ${this.#table()} ${this.#pools(miners)} ${this.#activity()}`
        : html`<div class="columns side">
              <div class="stack">${hashratePanel(app)}</div>
              <div class="stack">${this.#pools(miners)}${this.#activity()}</div>
            </div>
            ${this.#table()}`}`;
  }

  #table(): TemplateResult {
    const { app } = this;
    const { overview } = app.text;
    return html`<section class="panel" aria-labelledby="overview-miners">
      <header>
        <h2 id="overview-miners">${overview.miners} <span class="hint">${overview.problemsFirst}</span></h2>
        ${viewLink(app, 'miners', overview.manage)}
      </header>
      ${minersTable(app)}
    </section>`;
  }

  #sentence(miners: Miner[]): string {
    const { app } = this;
    const { sentence } = this.app.text.overview;
    const count = (wanted: (miner: Miner) => boolean) => miners.filter(wanted).length;
    const mining = count((each) => ['mining', 'degraded'].includes(stateOf(each)));
    const problems = count((each) => isProblem(shownState(app.store, each)));
    const others: [number, (count: number) => string][] = [
      [problems, sentence.problems],
      [count((each) => stateOf(each) === 'starting'), sentence.starting],
      [count((each) => stateOf(each) === 'paused'), sentence.paused],
      [count((each) => stateOf(each) === 'stopped'), sentence.stopped],
    ];
    const first = mining === miners.length ? sentence.all(mining) : mining ? sentence.some(mining, miners.length) : sentence.none(miners.length);
    const rest = others.filter(([number]) => number).map(([number, words]) => words(number));
    return [first, ...(miners.length === 1 && mining === 0 ? [] : rest)].join(' ');
  }

  #keys(miners: Miner[]): TemplateResult {
    const { app } = this;
    const { numbers } = app;
    const words = app.text.overview.key;
    const sums = totals(app.store);
    const colours = coloursOf(app.store, sums.map(({ algorithm }) => algorithm));
    const live = miners.filter(isLive);
    const accepted = sums.reduce((sum, each) => sum + each.accepted, 0);
    const rejected = sums.reduce((sum, each) => sum + each.rejected, 0);
    const recent = sums.reduce((sum, each) => sum + each.recentAccepted, 0);
    const recentRejected = sums.reduce((sum, each) => sum + each.recentRejected, 0);
    const hot = live.map((miner) => ({ miner, hot: hottest(miner) })).filter((each) => each.hot);
    hot.sort((a, b) => b.hot!.celsius - a.hot!.celsius);
    const reporting = live.filter((miner) => power(miner) !== null);
    return html`<section class="panel keys ${app.stale ? 'stale' : ''}" aria-label=${app.text.overview.keyValues}>
      ${sums.map(
        (sum) => html`<div>
          <div class="label"><span class="swatch ${colours.get(sum.algorithm)}"></span>${algorithmName(sum.algorithm)}</div>
          <div class="value">${quantity(app, numbers.hashrate(sum.hashrate))}</div>
          ${this.#meaning(sum)}
        </div>`,
      )}
      <div>
        <div class="label">${words.accepted}</div>
        <div class="value">${withUnit(app, numbers.acceptedShare(accepted, rejected))}</div>
        <div class="meaning">
          ${accepted + rejected ? steady(words.acceptedMeaning(numbers.count(rejected), `${numbers.count(recent)} / ${numbers.count(recentRejected)}`)) : words.noShares}
        </div>
      </div>
      <div>
        <div class="label">${words.hottest}</div>
        <div class="value">${quantity(app, numbers.temperature(hot[0]?.hot?.celsius))}</div>
        <div class="meaning">${hot[0] ? `${hot[0].miner.name}, ${hot[0].hot!.part}` : app.text.vocabulary.noData}</div>
      </div>
      <div>
        <div class="label">${words.power}</div>
        <div class="value">${quantity(app, numbers.power(powerOf(live)))}</div>
        <div class="meaning">${reporting.length ? words.report(reporting.length, live.length) : app.text.vocabulary.noData}</div>
      </div>
    </section>`;
  }

  #meaning({ hashrate, usual }: Total): TemplateResult {
    const { app } = this;
    const words = app.text.overview.key;
    if (hashrate === null) return html`<div class="meaning">${words.notFull}</div>`;
    if (!usual?.median) return html`<div class="meaning">${words.noUsual}</div>`;
    const off = Math.round((hashrate / usual.median - 1) * 100);
    if (hashrate >= usual.low * 0.98 && hashrate <= usual.high * 1.02) return html`<div class="meaning">${words.usual}</div>`;
    const percent = app.numbers.percent(Math.abs(off));
    return off < -10
      ? html`<div class="meaning warn">${glyph('degraded')} ${words.below(percent)}</div>`
      : html`<div class="meaning">${off < 0 ? words.below(percent) : words.above(percent)}</div>`;
  }

  #pools(miners: Miner[]): TemplateResult {
    const { app } = this;
    const { numbers } = app;
    const words = app.text.overview.pool;
    const pools = new Map<string, Miner[]>();
    for (const miner of miners.filter(isLive)) {
      const { pool } = miner.stats.connection;
      if (!pool) continue;
      const users = pools.get(pool);
      if (users) users.push(miner);
      else pools.set(pool, [miner]);
    }
    return html`<section class="panel" aria-labelledby="overview-pools">
      <header><h2 id="overview-pools">${app.text.overview.pools}</h2>${viewLink(app, 'pools', app.text.overview.allPools)}</header>
      <ul class="lines">
        ${[...pools].map(([pool, users]) => {
          const first = users[0]!;
          const state = poolStateOf(users);
          const longest = Math.max(...users.map((each) => each.stats.connection.uptime));
          const failures = users.reduce((sum, each) => sum + (each.stats.connection.failures ?? 0), 0);
          const facts = [
            first.stats.connection.tls ? 'TLS' : null,
            words.miners(users.length),
            state === 'up' ? words.up(numbers.duration(longest)) : words[state],
            words.failures(numbers.count(failures)),
          ];
          const payees = new Map<string | null, Miner['payees'][number]>();
          for (const each of users) for (const payee of each.payees) if (payee.pool === pool) payees.set(payee.payee, payee);
          const coin = first.config.coin ?? [...payees.values()][0]?.coin;
          return html`<li>
            ${glyph(POOL_GLYPHS[state])}
            <div class="grow">
              <div class="row nowrap"><b class="grow wrap">${breakable(pool)}</b>${coin ? html`<span class="tag">${coin}</span>` : nothing}<span>${orNone(app, numbers.ping(first.stats.connection.ping))}</span></div>
              <div class="hint">${facts.filter(Boolean).join(' · ')}</div>
              ${[...payees.values()].map(
                ({ payee, page }) => html`<div class="hint row">
                  ${payee && payee !== '…' ? words.pays(payee) : nothing}
                  ${page ? html`<a href=${page} target="_blank" rel="noreferrer">${words.page}</a>` : nothing}
                </div>`,
              )}
            </div>
          </li>`;
        })}
        ${pools.size ? nothing : html`<li class="secondary">${none(app)}</li>`}
      </ul>
    </section>`;
  }

  #activity(): TemplateResult {
    const { app } = this;
    const events = app.store.events.slice(0, EVENTS);
    return html`<section class="panel activity" aria-labelledby="overview-activity">
      <header><h2 id="overview-activity">${app.text.overview.activity}</h2>${viewLink(app, 'admin/timeline', app.text.overview.fullLog)}</header>
      <ul class="lines">
        ${guard([app.store.events, app.numbers, app.text, Math.floor(Date.now() / 60_000)], () => events.map(
          (event) => html`<li>${clock(app, event.timestamp)}<span class="grow wrap">${event.miner ? html`<b>${event.miner}</b>` : nothing}${` ${app.say(event)}`}</span></li>`,
        ))}
        ${events.length ? nothing : html`<li class="secondary">${app.text.overview.nothingHappened}</li>`}
      </ul>
    </section>`;
  }

  #empty(): TemplateResult {
    const { app } = this;
    const words = app.text.overview.empty;
    return html`<div class="welcome">
        <h2 class="hero">${words.title}</h2>
        <p class="secondary">${words.text}</p>
      </div>
      <ol class="steps3">
        ${words.steps.map(
          ([title, text], at) => html`<li><span class="count" aria-hidden="true">${at + 1}</span><div><h3>${title}</h3><p class="hint">${text}</p></div></li>`,
        )}
      </ol>
      <mining-empty-overview .app=${app}></mining-empty-overview>
      ${attentionRows(app, openAttention(app))}`;
  }
}

customElements.define(TAG, OverviewPage);
