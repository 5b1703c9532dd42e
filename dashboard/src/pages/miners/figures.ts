// The figures of one miner: the key values, and its shares.
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Miner } from '../../api/client';
import { glyph } from '../../components/icons';
import { againstUsual } from '../../components/miners-columns';
import { none, orNone, quantity, withUnit } from '../../components/parts';
import { isLive, power } from '../../state';
import { NONE, type Quantity } from '../../text/numbers';
import type { ShareRate } from './share-rate';

export function keyValues(app: App, miner: Miner): TemplateResult {
  const { numbers } = app;
  const words = app.text.miners.one.keys;
  const live = isLive(miner);
  const { stats } = miner;
  const { accepted, rejected } = stats.shares;
  const watts = power(miner);
  const fans = stats.gpu.map((each) => each.fanSpeed).filter((each) => each !== null);
  const range = fans.length ? [Math.min(...fans), Math.max(...fans)] : null;
  const fanText = range && (range[0] === range[1] ? numbers.percent(range[0]) : `${numbers.count(range[0]!)}–${numbers.percent(range[1])}`);
  const shares = live && accepted !== null ? numbers.acceptedShare(accepted, rejected ?? 0) : NONE;
  const isStale = app.stale || (live && stats.quality === 'stale');
  return html`<section class="panel keys ${isStale ? 'stale' : ''}" aria-label=${app.text.miners.one.figures} id="figures">
    <div>
      <div class="label">${words.now}</div>
      <div class="value">${quantity(app, numbers.hashrate(live ? stats.hashrate : null))}</div>
      ${usualMeaning(app, miner)}
    </div>
    <div>
      <div class="label">${words.average}</div>
      <div class="value">${quantity(app, numbers.hashrate(live ? stats.hashrateAvg : null))}</div>
      <div class="meaning">${words.averageMeaning}</div>
    </div>
    <div>
      <div class="label">${words.shares}</div>
      <div class="value">${withUnit(app, shares)}</div>
      <div class="meaning">${stats.lastShareAt ? words.lastAccepted(numbers.ago(stats.lastShareAt)) : words.noShares}</div>
    </div>
    <div>
      <div class="label">${words.power}</div>
      <div class="value">${quantity(app, numbers.power(watts))}</div>
      <div class="meaning">${watts === null ? app.text.vocabulary.noData : [efficiencyText(numbers.efficiency(stats.hashrate, watts)), fanText && words.fans(fanText)].filter(Boolean).join(' · ')}</div>
    </div>
    <div>
      <div class="label">${words.uptime}</div>
      <div class="value">${live ? numbers.duration(miner.uptime) : none(app)}</div>
      <div class="meaning">${words.restarts(numbers.count(miner.restarts))}</div>
    </div>
  </section>`;
}

function usualMeaning(app: App, miner: Miner): TemplateResult {
  const words = app.text.overview.key;
  const percent = isLive(miner) ? againstUsual(app, miner) : null;
  if (percent === null) return html`<div class="meaning">${isLive(miner) && miner.hashrate === null ? words.notFull : words.noUsual}</div>`;
  const usual = app.store.usual.get(miner.name)!;
  const off = app.numbers.percent(Math.abs(Math.round(percent - 100)));
  if (percent < 90) return html`<div class="meaning warn">${glyph('degraded')} ${words.below(off)}</div>`;
  const isUsual = usual.low !== null && usual.high !== null && miner.hashrate! >= usual.low * 0.98 && miner.hashrate! <= usual.high * 1.02;
  return html`<div class="meaning">${isUsual ? words.usual : percent < 100 ? words.below(off) : words.above(off)}</div>`;
}

function efficiencyText({ value, unit }: Quantity): string | null {
  return value === NONE ? null : `${value}\u202f${unit}`;
}

export function sharesPanel(app: App, miner: Miner, rate: ShareRate | null): TemplateResult {
  const { numbers } = app;
  const words = app.text.miners.one.shares;
  const live = isLive(miner);
  const { shares, sharesRecent: recent, expectedShareSeconds: expected } = miner.stats;
  const counts = [shares.accepted, shares.rejected, shares.invalid].map((each) => (live ? each : null));
  const all = counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const classes = ['accepted', 'rejected', 'invalid'] as const;
  let left = 0;
  return html`<section class="panel" aria-labelledby="shares-title" id="shares">
    <header><h2 id="shares-title">${words.title}</h2><span class="hint">${words.sinceStart}</span></header>
    <div class="body">
      <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${words.bar(...(counts.map((each) => numbers.count(each)) as [string, string, string]))}>
        <rect width="100" height="8" class="none"></rect>
        ${all
          ? counts.map((count, at) => {
              const width = ((count ?? 0) / all) * 100;
              const from = left;
              left += width;
              return width ? svg`<rect x=${from} width=${Math.max(width, 0.8)} height="8" class=${classes[at]!}></rect>` : nothing;
            })
          : nothing}
      </svg>
      <div class="share-counts">
        ${classes.map((each, at) => html`<div><span class="label"><span class="square ${each}"></span>${words[each]}</span><b>${orNone(app, numbers.count(counts[at]))}</b></div>`)}
      </div>
      <dl class="pairs">
        <dt>${words.recent}</dt>
        <dd>${recent.accepted === null ? none(app) : words.recentValue(numbers.count(recent.accepted), numbers.count(recent.rejected))}</dd>
        <dt>${words.rate}</dt>
        <dd>${rate ? words.anHour(numbers.count(Math.round(rate.perHour))) : html`<span class="secondary">${words.tooFew}</span>`}</dd>
        ${live && expected ? html`<dt>${words.expected}</dt><dd>${numbers.duration(expected)}</dd>` : nothing}
      </dl>
    </div>
  </section>`;
}
