// The pools: which there are, what they take, how fast they answer this machine, and who uses them.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type Schemas } from '../api/client';
import { Piece, refined } from '../app';
import { textField } from '../components/field';
import { openForm } from '../components/form-dialog';
import { glyph, icon } from '../components/icons';
import { bar, button, none, orNone, pageHeader, viewLink } from '../components/parts';
import { answerTime, poolTests, type PoolTests, type Tested } from '../pool-tests';
import { NONE } from '../text/numbers';
import { chosen, coinsOf, PER_PAGE, usersOf, type Pool, type Users } from './pools/choice';
import { sheet } from './pools/sheet';
import type { Store } from '../api/store';

export const TAG = 'mining-pools-page';
const SLOW = 200; // ms; the bars' end unless a pool is slower

/** Results outlast the page, as long as the server is the same. */
const testsOf = new WeakMap<Store, PoolTests>();

class PoolsPage extends Piece {
  static override sheet = sheet;
  static override properties = { pools: { state: true }, issue: { state: true } };
  declare pools: Pool[] | null;
  declare issue: string;
  #profiles: Schemas['MiningProfile'][] = [];
  #loaded = '';
  #tests!: PoolTests;
  readonly #drawn = () => this.requestUpdate();

  constructor() {
    super();
    this.pools = null;
    this.issue = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { app } = this;
    const tests = testsOf.get(app.store) ?? poolTests(app);
    testsOf.set(app.store, tests);
    this.#tests = tests;
    tests.addEventListener('change', this.#drawn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tests.removeEventListener('change', this.#drawn);
  }

  override willUpdate(): void {
    const { poolsChanged, profilesChanged } = this.app.store;
    const now = `${poolsChanged} ${profilesChanged}`;
    if (this.#loaded === now) return;
    this.#loaded = now;
    void this.#load();
  }

  async #load(): Promise<void> {
    const query = { params: { query: { limit: 1000 } } };
    try {
      const [pools, profiles] = await Promise.all([asked(this.app.http.GET('/pools', query)), asked(this.app.http.GET('/profiles', query))]);
      this.#profiles = profiles.items;
      this.pools = pools.items;
      this.issue = '';
    } catch (error) {
      this.issue = this.app.explain(error);
    }
  }

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.pools;
    const count = this.pools ? words.about(app.numbers.count(this.pools.length)) : nothing;
    const add = button(app, html`${icon('add')}${words.add}`, () => void this.#add(), { classes: 'primary', needs: 'admin' });
    return html`${pageHeader(app.text.vocabulary.pages.pools, count, add)}
      <div class="content">
        ${this.issue ? html`<p class="err" role="alert">${this.issue}</p>` : nothing}
        <div class="panel">
          ${this.#filter()}${this.pools ? this.#list(this.pools) : html`<div class="body"><div class="skeleton"></div></div>`}
        </div>
      </div>`;
  }

  #set(change: Record<string, string>): void {
    this.app.go(refined(this.app.place, { page: '', ...change }), true);
  }

  #filter(): TemplateResult {
    const { app } = this;
    const words = app.text.pools.filter;
    const { query } = app.place;
    const pools = this.pools ?? [];
    return html`<div class="pools-filter" role="search" aria-label=${words.name}>
      <input
        type="search"
        aria-label=${words.words}
        placeholder=${words.words}
        .value=${query.get('q') ?? ''}
        @input=${(event: Event) => this.#set({ q: (event.target as HTMLInputElement).value })}
      />
      <select aria-label=${words.coin} @change=${(event: Event) => this.#set({ coin: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${!query.get('coin')}>${words.every(app.numbers.count(pools.length))}</option>
        ${coinsOf(pools).map(([coin, count]) => html`<option value=${coin} ?selected=${coin === query.get('coin')}>${coin} (${count})</option>`)}
      </select>
      <label class="choice"
        ><input type="checkbox" .checked=${query.get('mine') === '1'} @change=${(event: Event) => this.#set({ mine: (event.target as HTMLInputElement).checked ? '1' : '' })} />${words.mine}</label
      >
    </div>`;
  }

  #list(pools: Pool[]): TemplateResult {
    const { app } = this;
    const words = app.text.pools;
    const { query } = app.place;
    const users = new Map(pools.map((pool) => [pool, usersOf(pool, app.store.miners ?? [], this.#profiles)]));
    const isUsed = (pool: Pool) => !!(users.get(pool)!.miners.length || users.get(pool)!.profiles.length);
    const wanted = { coin: query.get('coin') ?? '', words: query.get('q') ?? '', mine: query.get('mine') === '1', sort: query.get('sort') ?? '' };
    const all = chosen(pools, wanted, this.#tests.results, isUsed);
    const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
    const page = Math.min(pages, Math.max(1, Number(query.get('page')) || 1));
    const from = (page - 1) * PER_PAGE;
    const shown = all.slice(from, from + PER_PAGE);
    if (!shown.length) return this.#nothing(wanted.mine && !wanted.coin && !wanted.words);
    const times = shown.map((pool) => answerTime(this.#tests.results.get(pool.pool))).filter((each) => each !== null);
    const scale = { longest: Math.max(SLOW, ...times), fastest: times.length > 1 ? Math.min(...times) : -1 };
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${app.text.vocabulary.pages.pools}>
        <table class="pools">
          <thead>
            <tr>
              ${this.#head('name', words.columns.pool)}
              <th scope="col">${words.columns.coin}</th>
              ${this.#head('fee', words.columns.fee, 'number')}
              <th scope="col">${words.columns.region}</th>
              <th scope="col">${words.columns.tls}</th>
              ${this.#head('answer', words.columns.answer)}
              <th scope="col">${words.columns.users}</th>
              <th scope="col"><span class="hidden">${app.text.vocabulary.verbs.actions}</span></th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((pool) => this.#row(pool, users.get(pool)!, scale))}
          </tbody>
        </table>
      </div>
      <ul class="pools-narrow lines">
        ${shown.map((pool) => this.#narrowRow(pool, users.get(pool)!, scale))}
      </ul>
      <footer>
        ${this.#testAll(shown)}<span class="hint grow">${words.measured}</span>
        ${pages > 1 ? this.#pages(page, pages, words.shown(from + 1, from + shown.length, all.length)) : nothing}
      </footer>`;
  }

  #head(sort: string, label: string, classes = ''): TemplateResult {
    const isSorted = this.app.place.query.get('sort') === sort;
    return html`<th scope="col" class=${classes} aria-sort=${isSorted ? 'ascending' : nothing}>
      <button @click=${() => this.#set({ sort: isSorted ? '' : sort })}>${label}${isSorted ? icon('down') : nothing}</button>
    </th>`;
  }

  #row(pool: Pool, users: Users, scale: { longest: number; fastest: number }): TemplateResult {
    const { app } = this;
    const words = app.text.pools;
    return html`<tr>
      <td>${this.#name(pool)}</td>
      <td>${pool.coin ?? html`<span class="hint">${words.unknownCoin}</span>`}</td>
      <td class="number">${orNone(app, fee(app.numbers.percent, pool))}</td>
      <td>${pool.region ?? none(app)}</td>
      <td>${pool.tlsPort ? words.tlsPort(pool.tlsPort) : html`<span class="hint">${words.noTls}</span>`}</td>
      <td class="answer">${this.#answer(pool, scale) ?? none(app)}</td>
      <td class="users">${this.#users(users)}</td>
      <td class="number">${this.#actions(pool)}</td>
    </tr>`;
  }

  #narrowRow(pool: Pool, users: Users, scale: { longest: number; fastest: number }): TemplateResult {
    const { app } = this;
    const words = app.text.pools;
    const percent = fee(app.numbers.percent, pool);
    const facts = [pool.coin, percent === NONE ? null : percent, pool.region, pool.tlsPort ? `TLS ${pool.tlsPort}` : words.noTls];
    return html`<li>
      <div class="grow">${this.#name(pool)}
        <div class="hint">${facts.filter(Boolean).join(' · ')}</div>
        <div>${this.#users(users)}</div>
        ${this.#answer(pool, scale) ?? nothing}</div>
      <div>${this.#actions(pool)}</div>
    </li>`;
  }

  #name(pool: Pool): TemplateResult {
    const { pools } = this.app.text;
    return html`<span class="name">${pool.name}</span> ${pool.origin === 'yours' ? html`<span class="tag accent">${pools.yours}</span>` : nothing}
      <div class="hint wrap">${pool.id}</div>`;
  }

  #users({ miners, profiles }: Users): TemplateResult {
    const { app } = this;
    return html`${miners.map((name) => html`${viewLink(app, `miners/${encodeURIComponent(name)}`, name)} `)}${profiles.length
      ? html`<span class="hint" title=${profiles.map((each) => each.name).join(', ')}>${app.text.pools.users(profiles.length)}</span>`
      : nothing}`;
  }

  #answer(pool: Pool, { longest, fastest }: { longest: number; fastest: number }): TemplateResult | null {
    const { app } = this;
    const words = app.text.pools;
    const tested: Tested | undefined = this.#tests.results.get(pool.pool);
    if (!tested) return null;
    if (tested.issue) return html`<span class="result err">${glyph('failed')}${tested.issue}</span>`;
    if (!tested.test || tested.at === null) return html`<span class="result secondary">${glyph('starting')}${words.testing}</span>`;
    const { test } = tested;
    const time = answerTime(tested);
    if (time === null) return html`<span class="result err wrap">${glyph('failed')}${words.results[test.result] ?? app.say({ text: test.text, ...test.wording })}</span>`;
    return html`<span class="result" title=${app.numbers.dateTime(tested.at)}
      >${bar(time / longest)}${app.numbers.ping(Math.round(time))}${time === fastest ? html`<span class="tag ok">${words.fastest}</span>` : nothing}</span
    >`;
  }

  #actions(pool: Pool): TemplateResult {
    const { app } = this;
    const words = app.text.pools;
    const { verbs } = app.text.vocabulary;
    const isUnderWay = this.#tests.results.get(pool.pool)?.at === null;
    const test = { classes: 'small', label: words.test(pool.id), busy: isUnderWay ? words.testing : null, changes: true };
    const remove = { classes: 'small ghost', label: words.remove(pool.id), needs: 'admin' } as const;
    return html`<span class="row end">
      ${pool.origin === 'yours' ? button(app, verbs.remove, () => void this.#remove(pool), remove) : nothing}
      ${button(app, verbs.test, () => void this.#test(pool), test)}
    </span>`;
  }

  #testAll(shown: Pool[]): TemplateResult {
    const { app } = this;
    const words = app.text.pools;
    const { progress } = this.#tests;
    if (!progress) return button(app, words.testAll(shown.length), () => void this.#testShown(shown), { changes: true });
    const wait = progress.waitsUntil === null ? 0 : Math.max(0, Math.ceil((progress.waitsUntil - Date.now()) / 1000));
    return html`<button @click=${() => this.#tests.stop()}>${icon('stop')}${words.stopTests(progress.done, progress.all)}</button>
      ${wait ? html`<span class="hint" role="status">${words.limited(app.numbers.duration(wait))}</span>` : nothing}`;
  }

  #pages(page: number, pages: number, shown: string): TemplateResult {
    const words = this.app.text.pools;
    const go = (to: number) => this.app.go(refined(this.app.place, { page: to > 1 ? String(to) : '' }));
    return html`<div class="row pages" role="group" aria-label=${words.page(page, pages)}>
      <span class="hint">${shown}</span>
      <button class="small" ?disabled=${page === 1} @click=${() => go(page - 1)}>${words.previous}</button>
      <button class="small" ?disabled=${page === pages} @click=${() => go(page + 1)}>${words.next}</button>
    </div>`;
  }

  #nothing(isMine: boolean): TemplateResult {
    const { app } = this;
    return html`<div class="nothing">
      ${icon('pools')}
      <p>${isMine ? app.text.pools.noneYours : app.text.pools.none}</p>
      <button @click=${() => app.go('pools', true)}>${app.text.vocabulary.table.filterClear}</button>
    </div>`;
  }

  async #test(pool: Pool): Promise<void> {
    await this.app.act({ action: 'pool.test', targets: [pool.id] }, () => this.#tests.one(pool.pool));
  }

  async #testShown(shown: Pool[]): Promise<void> {
    await this.app.act({ action: 'pool.test', targets: shown.map((each) => each.id) }, () => this.#tests.all(shown.map((each) => each.pool)));
  }

  async #add(): Promise<void> {
    const { app } = this;
    const words = app.text.pools;
    await openForm(app, this.getRootNode(), {
      title: words.draft.title,
      verb: app.text.vocabulary.verbs.add,
      values: { pool: '', name: '', coin: this.app.place.query.get('coin') ?? '' },
      fields: (bound) => html`${textField({ label: words.draft.pool, hint: words.draft.poolHint, ...bound('pool') })}
        ${textField({ label: words.draft.name, hint: words.draft.nameHint, ...bound('name') })}
        ${textField({ label: words.draft.coin, hint: words.draft.coinHint, ...bound('coin') })}`,
      send: async ({ pool = '', name, coin }) => {
        const body = { pool, ...(name && { name }), ...(coin && { coin }) };
        const act = { action: 'pool.add', targets: [body.pool], done: words.added(body.pool), quiet: true };
        await app.act(act, () => asked(app.http.POST('/pools', { body })));
        await this.#load();
      },
    });
  }

  async #remove(pool: Pool): Promise<void> {
    const { app } = this;
    const words = app.text.pools;
    const removed = await app.act({ action: 'pool.remove', targets: [pool.id], failed: words.notRemoved }, () =>
      asked(app.http.DELETE('/pools/{id}', { params: { path: { id: pool.id } } })),
    );
    if (!removed) return;
    const body = { pool: pool.pool, name: pool.name, ...(pool.coin && { coin: pool.coin }) };
    const again = () =>
      void app.act({ action: 'pool.add', targets: [pool.id], failed: words.notAdded }, () => asked(app.http.POST('/pools', { body }))).then(() => this.#load());
    app.toast({ kind: 'ok', text: words.removed(pool.id), action: { label: app.text.vocabulary.verbs.undo, run: again } });
    await this.#load();
  }
}

function fee(percent: (value: number | null, digits?: number) => string, pool: Pool): string {
  return percent(pool.fee, pool.fee !== null && pool.fee % 1 ? 2 : 0);
}

customElements.define(TAG, PoolsPage);
