// The pools in the order in which they are tried: moved by drag or by keys, tested in place.
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { Piece } from '../../app';
import { asked, type Schemas } from '../../api/client';
import { glyph, icon } from '../icons';
import { button } from '../parts';
import { draftPool, moved, type DraftPool } from './draft';

type PoolTest = Schemas['PoolTest'];

export class PoolOrder extends Piece {
  static override properties = {
    ...Piece.properties,
    pools: { attribute: false },
    catalogue: { attribute: false },
    faults: { attribute: false },
    tests: { state: true },
    said: { state: true },
  };
  static override sheet = css`
    .pool-order {
      border: 1px solid var(--c-line-2);
      border-radius: 8px;
    }
    .pool-order li {
      display: grid;
      grid-template-columns: auto auto minmax(0, 1fr) auto auto;
      grid-template-areas: 'grip place address result buttons' '. . fault fault fault';
      align-items: center;
      gap: 0 8px;
      padding: 6px 8px;
      border-top: 1px solid var(--c-line);
    }
    .pool-order li:first-child {
      border-top: 0;
    }
    .pool-order li[data-over] {
      background: var(--c-accent-tint);
    }
    .pool-order .grip {
      grid-area: grip;
      cursor: grab;
      color: var(--c-text-3);
      display: grid;
      touch-action: none;
    }
    .pool-order .tag {
      grid-area: place;
    }
    .pool-order input {
      grid-area: address;
    }
    .pool-order .result {
      grid-area: result;
      font-size: 0.8125rem;
      display: flex;
      gap: 6px;
      align-items: center;
      max-width: 200px;
    }
    .pool-order .buttons {
      grid-area: buttons;
      display: flex;
    }
    .pool-order .fault {
      grid-area: fault;
    }
    @container dashboard (max-width: 44.9937rem) {
      .pool-order li {
        grid-template-columns: auto minmax(0, 1fr) auto;
        grid-template-areas: 'grip place buttons' 'address address address' 'result result result' 'fault fault fault';
        gap: 6px 8px;
      }
      .pool-order .tag {
        justify-self: start;
      }
      .pool-order .result {
        max-width: none;
      }
    }
  `;
  declare pools: DraftPool[];
  declare catalogue: Schemas['ListedPool'][];
  declare faults: (string | undefined)[]; // by place
  declare tests: Map<number, PoolTest | 'testing' | { text: string }>;
  declare said: string;
  #dragged: number | null = null;
  #focus: (() => HTMLElement | null | undefined) | null = null; // once the order is there

  constructor() {
    super();
    Object.assign(this, { pools: [], catalogue: [], faults: [], tests: new Map(), said: '' });
  }

  #tell(pools: DraftPool[]): void {
    this.dispatchEvent(new CustomEvent('pools-change', { detail: pools, bubbles: true }));
  }

  #change(at: number, change: Partial<DraftPool>): void {
    this.tests.delete(this.pools[at]!.key);
    this.#tell(this.pools.with(at, { ...this.pools[at]!, ...change }));
  }

  /** Alt and an arrow move the pool whose field or button has the focus, which goes with it. */
  #key(event: KeyboardEvent, at: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const to = event.key === 'ArrowUp' ? at - 1 : at + 1;
    if (this.pools[to]) this.#move(at, to, event.target instanceof HTMLInputElement ? 'input' : event.key === 'ArrowUp' ? 'up' : 'down');
  }

  /** `by`: what is to have the focus in the row that was moved. */
  #move(from: number, to: number, by?: 'up' | 'down' | 'input'): void {
    const { key } = this.pools[from]!;
    const pools = moved(this.pools, from, to);
    if (pools === this.pools) return;
    this.said = this.app.text.editor.movedTo(to + 1, pools.length);
    this.#focus = () => {
      const row = this.querySelector(`li[data-key="${key}"]`);
      return row?.querySelector<HTMLElement>(by === 'input' ? by : `.buttons .${by}:not(:disabled)`) ?? row?.querySelector<HTMLElement>('.buttons button:not(:disabled)');
    };
    this.#tell(pools);
  }

  /** The order comes back from who holds the draft; only then are the rows there. */
  override updated(changed: PropertyValues): void {
    if (!changed.has('pools') || !this.#focus) return;
    this.#focus()?.focus();
    this.#focus = null;
  }

  async testAll(): Promise<void> {
    await Promise.all(this.pools.filter((each) => each.pool.trim()).map((each) => this.#test(each)));
  }

  async #test({ key, pool, tls, tlsFingerprint }: DraftPool): Promise<void> {
    const note = (result: PoolTest | 'testing' | { text: string }) => (this.tests = new Map(this.tests).set(key, result));
    note('testing');
    try {
      const body = { pool: pool.trim(), ...(typeof tls === 'boolean' ? { tls } : {}), ...(tlsFingerprint ? { tlsFingerprint } : {}) };
      note(await asked(this.app.http.POST('/pools/test', { body })));
    } catch (error) {
      note({ text: this.app.explain(error) });
    }
  }

  /** The address that speaks TLS at the same pool, where the catalogue says one and it is not used yet. */
  #secure({ pool }: DraftPool): string | null {
    const bare = pool.replace(/^stratum\+tcp:\/\//, '');
    const listed = this.catalogue.find((each) => each.tlsPort && [each.port, ...each.morePorts].some((port) => bare === `${each.host}:${port}`));
    if (!listed || bare === `${listed.host}:${listed.tlsPort}`) return null;
    return `stratum+ssl://${listed.host}:${listed.tlsPort}`;
  }

  override render(): TemplateResult {
    const { app, pools } = this;
    const words = app.text.editor;
    const securable = pools.some((each) => this.#secure(each));
    return html`<ol class="pool-order" aria-label=${words.pools}>
        ${repeat(pools, (each) => each.key, (each, at) => this.#row(each, at))}
      </ol>
      <datalist id="catalogue-pools">${this.catalogue.map((each) => html`<option value=${each.pool}>${each.name}</option>`)}</datalist>
      <div class="row below">
        <button type="button" @click=${() => this.#add()}>${icon('add')}${words.addPool}</button>
        ${button(app, words.testAll, () => void this.testAll(), { classes: 'ghost', changes: true })}
        ${securable
          ? html`<button type="button" class="ghost" @click=${() => this.#tell(pools.map((each) => ({ ...each, pool: this.#secure(each) ?? each.pool })))}>${words.useTls}</button>`
          : nothing}
        <span class="hidden" aria-live="polite">${this.said}</span>
      </div>`;
  }

  #add(): void {
    this.#focus = () => this.querySelector<HTMLElement>('li:last-child input');
    this.#tell([...this.pools, draftPool()]);
  }

  #row(each: DraftPool, at: number): TemplateResult {
    const { app, pools } = this;
    const words = app.text.editor;
    const place = words.place(at);
    const fault = this.faults[at];
    return html`<li
      data-key=${each.key}
      @dragover=${(event: DragEvent) => this.#over(event, at)}
      @dragleave=${(event: DragEvent) => (event.currentTarget as HTMLElement).removeAttribute('data-over')}
      @drop=${(event: DragEvent) => this.#drop(event, at)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, at)}
    >
      <span
        class="grip"
        draggable="true"
        title=${words.drag}
        @dragstart=${(event: DragEvent) => {
          this.#dragged = at;
          event.dataTransfer?.setData('application/x-mining-pool', each.pool); // a kind that no text field takes
        }}
        @dragend=${() => (this.#dragged = null)}
        >${icon('grip')}</span
      >
      <span class="tag ${at === 0 ? 'accent' : ''}">${at === 0 ? words.primary : words.failOver(at)}</span>
      <input
        list="catalogue-pools"
        aria-label=${words.poolAddress(place)}
        placeholder=${words.poolExample}
        autocomplete="off"
        spellcheck="false"
        .value=${live(each.pool)}
        aria-invalid=${ifDefined(fault ? 'true' : undefined)}
        aria-describedby=${ifDefined(fault ? `pool-fault-${at}` : undefined)}
        @input=${(event: Event) => this.#change(at, { pool: (event.target as HTMLInputElement).value })}
      />
      <span class="result" aria-live="polite">${this.#result(each.key)}</span>
      <span class="buttons">
        <button type="button" class="ghost icon-only small up" ?disabled=${at === 0} aria-label=${words.up(place)} @click=${() => this.#move(at, at - 1, 'up')}>${icon('up')}</button>
        <button type="button" class="ghost icon-only small down" ?disabled=${at === pools.length - 1} aria-label=${words.down(place)} @click=${() => this.#move(at, at + 1, 'down')}>${icon('down')}</button>
        <button type="button" class="ghost icon-only small" ?disabled=${pools.length === 1} aria-label=${words.removePool(place)} @click=${() => this.#tell(pools.toSpliced(at, 1))}>${icon('close')}</button>
      </span>
      ${fault ? html`<p class="hint err fault" id="pool-fault-${at}">${glyph('failed')} ${fault}</p>` : nothing}
    </li>`;
  }

  #over(event: DragEvent, at: number): void {
    if (this.#dragged === null) return;
    event.preventDefault();
    if (at !== this.#dragged) (event.currentTarget as HTMLElement).setAttribute('data-over', '');
  }

  #drop(event: DragEvent, at: number): void {
    event.preventDefault();
    (event.currentTarget as HTMLElement).removeAttribute('data-over');
    if (this.#dragged !== null) this.#move(this.#dragged, at);
    this.#dragged = null;
  }

  #result(key: number): TemplateResult | typeof nothing {
    const { app } = this;
    const test = this.tests.get(key);
    if (!test) return nothing;
    if (test === 'testing') return html`<span class="secondary">${app.text.editor.testing}</span>`;
    if ('result' in test && test.result === 'reachable') {
      const ms = app.numbers.ping(test.connectMs === null ? null : Math.round(test.connectMs));
      return html`${glyph('ok')}<span>${app.text.editor.answered(ms, test.tls)}</span>`;
    }
    return html`${glyph('degraded')}<span class="warn">${app.say({ text: test.text, ...('wording' in test ? test.wording : null) })}</span>`;
  }
}

customElements.define('mining-pool-order', PoolOrder);
