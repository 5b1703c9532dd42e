// The table of miners: problems first, one line each; in a narrow host two-line rows.
import { css, html, nothing, type TemplateResult } from 'lit';
import { actOn, type MinerVerb } from '../actions';
import type { Miner } from '../api/client';
import { algorithmColours } from '../algorithm';
import type { App } from '../app';
import { known } from '../history';
import { glyph } from './icons';
import { menu } from './menu';
import { sparkline } from './sparkline';
import { bar, none, orNone, quantity, viewLink } from './parts';
import { hottest, isLive, power, problemsFirst, stateOf } from '../state';
import { NONE } from '../text/numbers';

/** How a miner's hashrate compares with its own usual, %; null: no usual is known, or it does not hash. */
export function againstUsual(app: App, miner: Miner): number | null {
  const usual = app.store.usual.get(miner.name);
  if (!usual?.median || miner.hashrate === null || usual.algorithm !== miner.stats.algorithm) return null;
  return (miner.hashrate / usual.median) * 100;
}

export function usualCell(app: App, miner: Miner): TemplateResult {
  const percent = againstUsual(app, miner);
  if (percent === null) return none(app);
  const low = Math.round(percent) < 90; // what is read decides the colour
  return html`<span class="row against ${low ? 'warn' : ''}">${bar(percent / 100, low ? 'warn' : 'quiet')}${app.numbers.percent(Math.round(percent))}</span>`;
}

/** What may be done with it now. */
export function verbsOf(miner: Miner): MinerVerb[] {
  if (!isLive(miner)) return miner.status === 'error' ? ['start', 'stop', 'forget'] : ['start', 'forget'];
  return miner.wanted === 'paused' ? ['resume', 'restart', 'stop'] : ['pause', 'restart', 'stop'];
}

export function minerMenu(app: App, miner: Miner): TemplateResult {
  if (app.locked) return html``;
  const { verbs } = app.text.common;
  return menu(
    app,
    `${verbs.actions}: ${miner.name}`,
    verbsOf(miner).map((verb) => ({ label: verbs[verb], danger: verb === 'forget', run: () => void actOn(app, verb, miner.name) })),
  );
}

/** Its reason in one line, where it is not simply mining. */
export function reasonOf(app: App, miner: Miner): string | null {
  if (miner.stats.donating) return app.text.common.donating(miner.type);
  return miner.reason && miner.health !== 'ok' ? app.say(miner.reason) : miner.status === 'paused' && miner.reason ? app.say(miner.reason) : null;
}

export function minersTable(app: App): TemplateResult {
  const miners = [...(app.store.miners ?? [])].sort(problemsFirst);
  const { columns } = app.text.overview;
  const day = dayOf(app);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${app.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            <th scope="col">${columns.miner}</th>
            <th scope="col" class="number">${columns.hashrate}</th>
            <th scope="col">${columns.usual}</th>
            <th scope="col">${columns.day}</th>
            <th scope="col" class="number">${columns.accepted}</th>
            <th scope="col" class="number">${columns.rejected}</th>
            <th scope="col" class="number">${columns.recent}</th>
            <th scope="col">${columns.pool}</th>
            <th scope="col" class="number">${columns.hottest}</th>
            <th scope="col" class="number">${columns.power}</th>
            <th scope="col" class="number">${columns.uptime}</th>
            <th scope="col"><span class="hidden">${app.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${miners.map((miner) => row(app, miner, day))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${miners.map((miner) => narrowRow(app, miner))}
    </ul>`;
}

function name(app: App, miner: Miner): TemplateResult {
  const state = stateOf(miner);
  const reason = reasonOf(app, miner);
  return html`<span class="row nowrap"
    >${glyph(state, app.text.common.status[state])}${viewLink(app, `miners/${encodeURIComponent(miner.name)}`, miner.name, 'name')}
    <span class="hint">${miner.type}</span>
    ${miner.simulated && miner.type !== 'simulated' ? html`<span class="tag">${app.text.common.simulated}</span>` : nothing}
    ${reason ? html`<span class="hint reason" title=${reason}>${reason}</span>` : nothing}</span
  >`;
}

/** The line of each miner's last 24 h, of what it mines now. */
function dayOf(app: App): (miner: Miner) => TemplateResult {
  const past = known(app, { range: '24h', metrics: ['hashrate'] })?.past;
  const rates = new Map(past?.miners.map((each) => [each.name, each.rates]));
  const colours = algorithmColours([...rates.values()].flatMap((each) => [...each.keys()]));
  return ({ name: of, stats }) => {
    const algorithm = stats.algorithm ?? [...(rates.get(of)?.keys() ?? [])][0] ?? '';
    return sparkline(app, rates.get(of)?.get(algorithm), colours.get(algorithm) ?? 'text-2');
  };
}

function row(app: App, miner: Miner, day: (miner: Miner) => TemplateResult): TemplateResult {
  const { numbers } = app;
  const { shares, sharesRecent, connection } = miner.stats;
  const hot = hottest(miner);
  const live = isLive(miner);
  return html`<tr @dblclick=${() => app.go(`miners/${encodeURIComponent(miner.name)}`)}>
    <td>${name(app, miner)}</td>
    <td class="number strong">${quantity(app, numbers.hashrate(live ? miner.hashrate : null))}</td>
    <td>${live ? usualCell(app, miner) : none(app)}</td>
    <td>${day(miner)}</td>
    <td class="number">${orNone(app, live ? numbers.count(shares.accepted) : NONE)}</td>
    <td class="number ${shares.rejected ? 'warn' : ''}">${orNone(app, live ? numbers.count(shares.rejected) : NONE)}</td>
    <td class="number">${live ? html`${numbers.count(sharesRecent.accepted)}<span class="hint"> / ${numbers.count(sharesRecent.rejected)}</span>` : none(app)}</td>
    <td>${live && connection.pool ? html`${connection.pool} <span class="hint">${connection.connected ? numbers.ping(connection.ping) : app.text.overview.pool.down}</span>` : none(app)}</td>
    <td class="number">${quantity(app, numbers.temperature(hot?.celsius))}</td>
    <td class="number">${quantity(app, numbers.power(power(miner)))}</td>
    <td class="number">${live ? numbers.duration(miner.uptime) : none(app)}</td>
    <td class="number">${minerMenu(app, miner)}</td>
  </tr>`;
}

function narrowRow(app: App, miner: Miner): TemplateResult {
  const { numbers } = app;
  const live = isLive(miner);
  const hot = hottest(miner);
  const percent = againstUsual(app, miner);
  const beside = [hot ? Object.values(numbers.temperature(hot.celsius)).join('') : null, percent === null ? null : numbers.percent(Math.round(percent))];
  return html`<li>
    <div class="grow">
      ${name(app, miner)}
      <div class="hint">${[miner.type, miner.config.coin, live ? miner.stats.connection.pool : null].filter(Boolean).join(' · ')}</div>
    </div>
    <div class="number">
      <div class="strong">${quantity(app, numbers.hashrate(live ? miner.hashrate : null))}</div>
      <div class="hint ${percent !== null && percent < 90 ? 'warn' : ''}">${beside.filter(Boolean).join(' · ')}</div>
    </div>
    ${minerMenu(app, miner)}
  </li>`;
}

export const minersTableSheet = css`
  svg.spark {
    display: block;
  }
  .strong {
    font-weight: 600;
  }
  .miners a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
  }
  .miners a.name:hover, .miners-narrow a.name:hover {
    text-decoration: underline;
  }
  .miners-narrow a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
    padding: 4px 0;
    min-height: 24px;
  }
  .nowrap {
    flex-wrap: nowrap;
  }
  .reason {
    max-width: 280px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .against {
    flex-wrap: nowrap;
  }
  .miners-narrow {
    display: none;
  }
  .miners-narrow .number {
    text-align: right;
    white-space: nowrap;
  }
  @container dashboard (max-width: 719.9px) {
    .scroll:has(.miners) {
      display: none;
    }
    .miners-narrow {
      display: block;
    }
    .reason {
      max-width: 120px;
    }
  }
`;
