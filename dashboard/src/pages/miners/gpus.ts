// The graphics cards of one miner, each beside what is usual for it.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Miner, Schemas } from '../../api/client';
import { cardName, cardOf, usualOfCard } from '../../card';
import { glyph } from '../../components/icons';
import { bar, none, orNone, quantity } from '../../components/parts';
import { isLive } from '../../state';
import { NONE } from '../../text/numbers';

type Gpu = Schemas['Gpu'];
type Cell = 'hashrate' | 'usual' | 'temperature' | 'fan' | 'power' | 'efficiency';

const COLUMNS: Cell[] = ['hashrate', 'usual', 'temperature', 'fan', 'power', 'efficiency'];

export function gpusPanel(app: App, miner: Miner): TemplateResult | typeof nothing {
  const words = app.text.miners.one.gpus;
  const cards = isLive(miner) ? miner.stats.gpu : [];
  if (!cards.length) return nothing;
  const hashing = cards.filter((each) => each.hashrate).length;
  const unknown = new Set(cards.map((card) => compared(app, miner, card)).filter((each) => typeof each === 'string'));
  return html`<section class="panel" aria-labelledby="gpus-title" id="gpus">
    <header><h2 id="gpus-title">${words.title} <span class="hint">${words.hashing(hashing, cards.length)}</span></h2></header>
    <div class="scroll wide-gpus" tabindex="0" role="region" aria-label=${words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.gpu}</th>
            ${COLUMNS.map((column) => html`<th scope="col" class="number">${words[column]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${cards.map((card) => {
            const cells = cellsOf(app, miner, card);
            return html`<tr>
              <th scope="row">${heading(app, card)}</th>
              ${COLUMNS.map((column) => html`<td class="number ${column === 'hashrate' ? 'strong' : ''}">${cells[column]}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <ul class="lines narrow-gpus">
      ${cards.map((card) => {
        const { hashrate, usual, temperature, fan, power, efficiency } = cellsOf(app, miner, card);
        return html`<li>
          <div class="grow">
            <div class="row">${heading(app, card)}<span class="grow"></span><b>${hashrate}</b></div>
            <div class="hint">${words.usual} ${usual} · ${efficiency}</div>
            <div class="hint">${temperature} · ${words.fan} ${fan} · ${power}</div>
          </div>
        </li>`;
      })}
    </ul>
    ${[...unknown].map((why) => html`<p class="hint body">${words.usual} — ${why}</p>`)}
  </section>`;
}

function heading(app: App, card: Gpu): TemplateResult {
  const state = card.hashrate ? 'mining' : 'stopped';
  return html`<span class="row">${glyph(state, app.text.vocabulary.status[state])}<span class="hint">${card.id}</span><b>${cardName(card)}</b></span>`;
}

function cellsOf(app: App, miner: Miner, card: Gpu): Record<Cell, unknown> {
  const { numbers } = app;
  return {
    hashrate: quantity(app, numbers.hashrate(card.hashrate)),
    usual: usualCell(app, compared(app, miner, card)),
    temperature: quantity(app, numbers.temperature(card.temperature)),
    fan: orNone(app, numbers.percent(card.fanSpeed)),
    power: quantity(app, numbers.power(card.powerUsage)),
    efficiency: quantity(app, numbers.efficiency(card.hashrate, card.powerUsage)),
  };
}

/** How fast it is beside its usual, whole %, or why nobody can say; null: what is usual has not come yet. */
function compared(app: App, miner: Miner, card: Gpu): number | string | null {
  const words = app.text.miners.one.gpus;
  if (!app.store.usual.has(miner.name)) return null;
  if (miner.status === 'paused') return words.paused;
  if (card.hashrate === null) return words.noRate;
  const median = usualOfCard(app, miner.name, cardOf(card), miner.stats.algorithm)?.median;
  return median ? Math.round((card.hashrate / median) * 100) : words.noUsual;
}

function usualCell(app: App, percent: number | string | null): TemplateResult {
  if (percent === null) return none(app);
  if (typeof percent === 'string') return html`<span class="unit" role="img" aria-label=${percent} title=${percent}>${NONE}</span>`;
  const low = percent < 90;
  const sign = low ? glyph('degraded', app.text.miners.one.gpus.low) : nothing;
  return html`<span class="row against ${low ? 'warn' : ''}">${sign}${bar(percent / 100, low ? 'warn' : 'quiet')}${app.numbers.percent(percent)}</span>`;
}
