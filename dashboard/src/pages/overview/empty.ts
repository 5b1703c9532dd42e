// What an empty machine is shown: the way to mining, what the machine is, and the programs that suit it.
import { css, html, nothing, type TemplateResult } from 'lit';
import { algorithmName } from '../../algorithm';
import { Piece } from '../../app';
import { asked, type Schemas } from '../../api/client';
import { glyph, icon, type GlyphName, type IconName } from '../../components/icons';
import { button, linkToChange, viewLink } from '../../components/parts';
import { fits, inOrder, wayTo } from '../../programs';
import { tryOut } from '../../try-out';
import { earns } from '../setup/suit';

type Program = Schemas['Available'];
type Check = Schemas['Check'];

const NAMED = 3; // algorithms that a line names
const MOST = 4; // programs that are offered here
const STATUS: Record<string, GlyphName> = { ok: 'ok', warning: 'degraded', problem: 'failed' };

class EmptyOverview extends Piece {
  static override sheet = css`
    .empty-parts {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
      align-items: start;
    }
    .empty-parts li {
      align-items: center;
    }
    .empty-parts li:has(details[open]) {
      flex-wrap: wrap;
    }
    .empty-parts details[open] {
      flex: 1 0 100%;
      display: grid;
      gap: 8px;
    }
    .empty-parts .sign {
      flex: none;
      width: 36px;
      height: 36px;
      border-radius: 6px;
      display: grid;
      place-items: center;
      background: var(--c-raised);
      border: 1px solid var(--c-line-2);
      font-size: 0.75rem;
      font-weight: 600;
      color: var(--c-text-2);
    }
    .empty-parts summary, .empty-parts li > .row {
      white-space: nowrap;
      flex-wrap: nowrap;
    }
    .empty-ways {
      margin-bottom: 20px;
    }
    .empty-ways > * {
      min-height: 40px;
      padding: 4px 16px;
      font-size: 0.875rem;
    }
    @container dashboard (max-width: 44.9937rem) {
      .empty-ways > * {
        flex: 1 0 100%;
        min-height: 48px;
      }
    }
  `;
  #programs: Program[] = [];
  #checks: Check[] | null = null;
  #installing = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    if (!this.app.locked) void this.#examine();
  }

  async #load(): Promise<void> {
    try {
      this.#programs = (await asked(this.app.http.GET('/miners/available', { params: { query: { limit: 1000 } } }))).items;
    } catch {
      // the page says already that the server cannot be reached
    }
    this.requestUpdate();
  }

  async #examine(): Promise<void> {
    try {
      this.#checks = (await asked(this.app.http.POST('/doctor'))).checks;
    } catch {
      this.#checks = [];
    }
    this.requestUpdate();
  }

  async #install({ type, title }: Program): Promise<void> {
    const { app } = this;
    const words = app.text.empty;
    this.#installing.add(type);
    this.requestUpdate();
    await app.act({ action: 'install', targets: [type], done: words.done(title), failed: words.failed(title) }, () =>
      asked(app.http.POST('/miners/{type}/install', { params: { path: { type } } })),
    );
    this.#installing.delete(type);
    await this.#load();
  }

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.overview.empty;
    return html`${app.locked
        ? nothing
        : html`<div class="row empty-ways">
            ${linkToChange(app, 'setup', words.setUp, 'admin', 'button primary')} ${button(app, app.text.empty.tryOut, () => void tryOut(app), { needs: 'admin' })}
          </div>`}
      <div class="empty-parts">${this.#machine()} ${this.#installable()}</div>`;
  }

  #machine(): TemplateResult {
    const { app } = this;
    const { info } = app.store;
    const { overview, empty, vocabulary } = app.text;
    const randomx = this.#checks?.find((each) => each.id === 'huge-pages');
    return html`<section class="panel" aria-labelledby="empty-machine">
      <header><h2 id="empty-machine">${overview.empty.machine}</h2>${viewLink(app, 'admin', overview.empty.checks)}</header>
      <ul class="lines">
        ${info
          ? html`${this.#line('cpu', info.cpu?.model ?? `${info.cpus} CPU`, empty.cores(info.cpu?.cores ?? info.cpus, info.cpu?.l3 ? app.numbers.bytes(info.cpu.l3) : ''), 'ok')}
              ${this.#cards(info.gpus ?? [])}
              ${info.memory ? this.#line('memory', empty.memory, empty.memoryText(app.numbers.bytes(info.memory.available), app.numbers.bytes(info.memory.total)), 'ok') : nothing}`
          : html`<li class="secondary">${empty.looking}</li>`}
        ${randomx
          ? html`<li>
              ${icon('memory')}
              <div class="grow"><b>${randomx.status === 'ok' ? empty.hugePages : randomx.title}</b><div class="hint">${randomx.gain ?? randomx.title}</div></div>
              ${randomx.fix
                ? html`<details><summary class="link">${empty.showHow}</summary><p class="hint">${randomx.meaning}</p><code>${randomx.fix}</code></details>`
                : glyph(STATUS[randomx.status] ?? 'hint', randomx.status === 'ok' ? vocabulary.status.ok : randomx.status)}
            </li>`
          : nothing}
      </ul>
    </section>`;
  }

  #cards(gpus: NonNullable<Schemas['SystemInfo']['gpus']>): TemplateResult {
    const { empty } = this.app.text;
    if (!gpus.length) return this.#line('gpu', empty.noCards, empty.noCardsText, 'hint');
    const kinds = new Map<string, typeof gpus>();
    for (const each of gpus) kinds.set(each.name ?? 'GPU', [...(kinds.get(each.name ?? 'GPU') ?? []), each]);
    return html`${[...kinds].map(([name, cards]) => {
      const first = cards[0]!;
      const memory = first.memory == null ? '' : this.app.numbers.bytes(first.memory);
      return this.#line('gpu', cards.length > 1 ? `${cards.length} × ${name}` : name, empty.cards(memory, first.driver ?? ''), 'ok');
    })}`;
  }

  #line(shape: IconName, title: string, text: string, status: GlyphName): TemplateResult {
    const { status: words } = this.app.text.vocabulary;
    return html`<li>
      ${icon(shape)}
      <div class="grow"><b>${title}</b><div class="hint">${text}</div></div>
      ${glyph(status, words[status as 'ok' | 'hint'])}
    </li>`;
  }

  #installable(): TemplateResult {
    const { app } = this;
    const { overview, empty, vocabulary } = app.text;
    const gpus = app.store.info?.gpus?.length ?? 0;
    const suit = (each: Program) => each.simulated || (earns(each) && !each.watched && ['here', 'install'].includes(wayTo(each)) && fits(each, app.store.info?.gpus ?? []));
    const ordered = inOrder(this.#programs.filter(suit));
    const shown = [...ordered.filter((each) => !each.simulated).slice(0, MOST), ...ordered.filter((each) => each.simulated)];
    return html`<section class="panel" aria-labelledby="empty-programs">
      <header><h2 id="empty-programs">${overview.empty.programs}</h2>${viewLink(app, 'miners?tab=available', overview.empty.allPrograms)}</header>
      <ul class="lines">
        ${shown.map((each) => {
          const suits = each.simulated ? null : each.cpu ? empty.suitsCpu : gpus ? empty.suitsGpu : null;
          const facts = [each.installedVersion ?? each.latestVersion, empty.some(each.algorithms.slice(0, NAMED).map(algorithmName).join(', '), each.algorithms.length - NAMED)];
          return html`<li>
            <span class="sign" aria-hidden="true">${each.title.slice(0, 2)}</span>
            <div class="grow">
              <div class="row"><b>${each.title}</b>${suits ? html`<span class="tag accent">${suits}</span>` : html`<span class="tag">${empty.own}</span>`}</div>
              <div class="hint">${facts.filter(Boolean).join(' · ')}</div>
            </div>
            ${each.installed
              ? html`<span class="hint row">${glyph('ok')} ${empty.installed}</span>`
              : button(app, vocabulary.verbs.install, () => void this.#install(each), { changes: true, busy: this.#installing.has(each.type) ? empty.installing : null, label: `${vocabulary.verbs.install}: ${each.title}` })}
          </li>`;
        })}
      </ul>
      <footer class="hint">${overview.empty.sum}</footer>
    </section>`;
  }
}

customElements.define('mining-empty-overview', EmptyOverview);
