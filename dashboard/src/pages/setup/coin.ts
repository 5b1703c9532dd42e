// First step: coins that suit the machine, the others with the reason, and a way to try it without any.
import { html, nothing, type TemplateResult } from 'lit';
import { algorithmName, named } from '../../algorithm';
import type { App } from '../../app';
import { selectField } from '../../components/field';
import { glyph, icon } from '../../components/icons';
import { button } from '../../components/parts';
import type { Wizard } from './wizard';
import { firstOfEach, isSuitable, suits, type Suit } from './suit';

export function coinStep(app: App, wizard: Wizard): TemplateResult {
  const words = app.text.setup.coin;
  const { answers, choices } = wizard;
  const info = app.store.info;
  const all = suits(choices.coins, choices.types, { cpus: info?.cpus ?? 1, gpus: info?.gpus?.length ?? 0 }, choices.pools);
  const fitting = all.filter(isSuitable);
  const shown = wizard.all.has('coin') ? fitting : firstOfEach(fitting, answers.coin);
  const others = all.filter((each) => !isSuitable(each));
  const algorithms = [...new Set(choices.types.filter((each) => !each.broken).flatMap((each) => each.algorithms))].sort();
  const other = answers.coin === '' && answers.algorithm !== '';
  return html`<p class="secondary">${words.looked} <b>${machine(app)}</b>. ${words.first}</p>
    <div class="cards" role="radiogroup" aria-label=${words.title}>
      ${shown.map((each) => card(app, each, each === fitting[0], wizard))}
      <label class="card">
        <span class="sign" aria-hidden="true">…</span>
        <span class="grow"><b>${words.another}</b><span class="hint">${words.any}</span></span>
        <input type="radio" name="coin" .checked=${other} @change=${() => wizard.answer({ coin: '', algorithm: algorithms[0] ?? '', pool: '', second: '' })} />
        <span class="about">${words.anotherText}</span>
        <span class="fits">${glyph('hint')} ${words.youChoose}</span>
      </label>
    </div>
    ${shown.length < fitting.length ? html`<p><button class="link" @click=${() => wizard.showAll('coin')}>${words.more(fitting.length - shown.length)}</button></p>` : nothing}
    ${other
      ? selectField({
          id: 'algorithm',
          label: words.algorithm,
          value: answers.algorithm,
          choices: algorithms.map((each) => [each, named(each)]),
          chosen: (algorithm) => wizard.answer({ algorithm, pool: '', second: '' }),
        })
      : nothing}
    ${others.length
      ? html`<details>
          <summary>${words.others(others.length)}</summary>
          <ul class="cards">
            ${others.map((each) => unsuitable(app, each))}
          </ul>
        </details>`
      : nothing}
    <p class="hint row nowrap">${glyph('hint')} <span>${words.noProfit}</span></p>
    ${app.locked
      ? nothing
      : html`<section class="panel try">
          <div class="grow"><h2>${words.tryTitle}</h2><p class="hint">${words.tryText}</p></div>
          ${button(app, html`${icon('start')}${words.tryOut}`, () => void wizard.tryOut(), { needs: 'admin', busy: wizard.busy ? app.text.vocabulary.busy.start : null })}
        </section>`}`;
}

/** The machine in a few words. */
export function machine(app: App): string {
  const info = app.store.info;
  if (!info) return '…';
  const cpu = info.cpu?.model ?? `${info.cpus} CPU`;
  return [cpu, ...[...cardsByName(info.gpus ?? [])].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name))].join(', ');
}

/** How many cards there are of each name. */
export function cardsByName(cards: readonly { name: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of cards) counts.set(name ?? 'GPU', (counts.get(name ?? 'GPU') ?? 0) + 1);
  return counts;
}

function card(app: App, { coin, fit, algorithm }: Suit, first: boolean, wizard: Wizard): TemplateResult {
  const words = app.text.setup.coin;
  const chosen = wizard.answers.coin === coin.ticker;
  return html`<label class="card">
    <span class="sign" aria-hidden="true">${coin.ticker.slice(0, 5)}</span>
    <span class="grow"><b>${coin.name}</b><span class="hint">${algorithmName(algorithm)}</span></span>
    <input type="radio" name="coin" .checked=${chosen} @change=${() => wizard.answer({ coin: coin.ticker, algorithm, pool: '', second: '' })} />
    <span class="about">${first && fit === 'cpu' ? words.best : words.reason[fit]}</span>
    <span class="fits ok">${glyph('ok')} ${fit === 'gpu' ? words.fits.gpu : words.fits.cpu}</span>
  </label>`;
}

function unsuitable(app: App, { coin, fit, algorithm }: Suit): TemplateResult {
  const words = app.text.setup.coin;
  const why = fit === 'gone' && coin.gone ? app.say({ text: coin.gone, ...coin.wording }) : words.reason[fit];
  return html`<li class="card not">
    <span class="sign" aria-hidden="true">${coin.ticker.slice(0, 5)}</span>
    <span class="grow"><b>${coin.name}</b><span class="hint">${algorithmName(algorithm)}</span></span>
    <span class="about">${why}</span>
    <span class="fits">${glyph('stopped')} ${words.not}</span>
  </li>`;
}
