// <mining-miner>: one miner. What it does and why, its figures, its pool, its cards, what happened, and its console.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Piece, refined, type View } from '../../app';
import { actOn, type MinerVerb } from '../../actions';
import { algorithmName } from '../../algorithm';
import { asked, type Miner, type MiningEvent, type Schemas } from '../../api/client';
import { attentionRows, openAttention } from '../../components/attention';
import { glyph, icon, type IconName } from '../../components/icons';
import { menu } from '../../components/menu';
import { minerItem, reasonOf, verbsOf } from '../../components/miners-table';
import { button, clock, pageHeader, viewLink } from '../../components/parts';
import { isLive, shownState, stateOf } from '../../state';
import '../../components/console';
import { connectionPanel } from './connection';
import { hashratePanelSheet } from '../overview/hashrate';
import { detailSheet } from './detail-sheet';
import { hashratePanel } from './hashrate';
import { keyValues, sharesPanel } from './figures';
import { gpusPanel } from './gpus';
import { morePanel } from './more';
import { shareRate, type ShareRate } from './share-rate';
import { worksPanel } from './works';

const RATE_EVERY = 60_000; // ms
const STEP = 60; // s between two figures of the past hour
const EVENTS = 20;
const ICONS: Partial<Record<MinerVerb, IconName>> = { start: 'start', restart: 'restart', stop: 'stop' };

class MinerPage extends Piece {
  static override sheet = [detailSheet, hashratePanelSheet];
  static override properties = { ...Piece.properties, miner: { attribute: false }, view: { attribute: false } };
  declare view: View; // where the dashboard is: another one is drawn anew
  declare miner: string;

  #fit = true;
  #busy: MinerVerb | null = null;
  #rate: ShareRate | null = null;
  #past: MiningEvent[] = []; // of this miner, as asked for
  #profile: { id: string; name: string } | null = null;
  #watched = new Map<string, boolean>(); // by type: whether such a miner only watches a machine
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#askRate(), RATE_EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('miner')) {
      this.#rate = this.#profile = null;
      this.#past = [];
      void this.#askRate();
      void this.#askEvents();
    }
    const type = this.app.store.miner(this.miner)?.type;
    if (type !== undefined && !this.#watched.has(type)) void this.#askType(type);
    const id = this.app.store.miner(this.miner)?.profileId ?? null;
    if (id !== null && id !== this.#profile?.id) {
      this.#profile = { id, name: id };
      void this.#askProfile(id);
    }
  }

  async #askRate(): Promise<void> {
    const { miner } = this;
    const query = { metrics: ['accepted' as const], duration: '1h', resolution: '1m' as const };
    try {
      const answer = this.app.http.GET('/miners/{miner}/history', { params: { path: { miner }, query } });
      const history = await asked(answer as Promise<{ data?: { data: Schemas['History'] }; response: Response }>); // not as a table
      const counter = history?.miners[0]?.series[0]?.values ?? [];
      const began = Date.parse(this.app.store.miner(miner)?.startedAt ?? '') - Date.parse(history?.from ?? '');
      if (miner === this.miner) this.#rate = shareRate(counter, STEP, Math.floor(began / 1000 / STEP));
      this.requestUpdate();
    } catch {
      // asked again in a minute; until then it is the rate of before
    }
  }

  async #askEvents(): Promise<void> {
    const { miner } = this;
    try {
      const page = await asked(this.app.http.GET('/events', { params: { query: { miner, limit: EVENTS } } }));
      if (miner === this.miner) this.#past = page.items;
      this.requestUpdate();
    } catch {
      // those that the dashboard holds anyway are shown
    }
  }

  async #askType(type: string): Promise<void> {
    this.#watched.set(type, false);
    try {
      const { items } = await asked(this.app.http.GET('/miners/available', { params: { query: { limit: 1000 } } }));
      for (const each of items) this.#watched.set(each.type, each.watched);
      this.requestUpdate();
    } catch {
      // it is shown as any other
    }
  }

  async #askProfile(id: string): Promise<void> {
    try {
      const { name } = await asked(this.app.http.GET('/profiles/{id}', { params: { path: { id } } }));
      this.#profile = { id, name };
      this.requestUpdate();
    } catch {
      // a profile that is gone is named by its id
    }
  }

  async #act(verb: MinerVerb): Promise<void> {
    if (this.#busy) return;
    this.#busy = verb;
    this.requestUpdate();
    const done = await actOn(this.app, verb, this.miner);
    this.#busy = null;
    if (done && verb === 'forget') return this.app.go('miners');
    this.requestUpdate();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { app } = this;
    const miner = app.store.miner(this.miner);
    const title = html`${viewLink(app, 'miners', app.text.vocabulary.pages.miners, 'crumb')} <span class="unit" aria-hidden="true">/</span> ${this.miner}`;
    if (!miner) return html`${pageHeader(title)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`;
    const attention = openAttention(app, miner.name);
    return html`${pageHeader(title, nothing, this.#actions(miner))}
      <div class="content miner-page">
        ${this.#identity(miner)} ${this.#chips(miner)} ${attentionRows(app, attention)}
        ${attention.some((each) => each.severity !== 'hint') ? nothing : this.#reason(miner)} ${keyValues(app, miner)}
        <div class="columns side">
          <div class="stack">${this.#chart(miner.name)}</div>
          <div class="stack">${sharesPanel(app, miner, this.#rate)}${connectionPanel(app, miner, this.#isWatched(miner))}</div>
        </div>
        ${worksPanel(app, miner)} ${gpusPanel(app, miner)}
        ${this.#isWatched(miner) ? nothing : html`<mining-console id="console" .app=${app} .miner=${miner.name}></mining-console>`}
        ${this.#timeline()} ${morePanel(app, miner, this.#isWatched(miner))}
      </div>`;
  }

  /** Whether it runs on another machine and is only read: it has no console, and no start changes anything there. */
  #isWatched(miner: Miner): boolean {
    return this.#watched.get(miner.type) ?? false;
  }

  #actions(miner: Miner): TemplateResult | typeof nothing {
    const { app } = this;
    if (app.locked) return nothing;
    const { verbs, busy } = app.text.vocabulary;
    const all = verbsOf(miner);
    const shown = all.filter((verb) => ['start', 'stop'].includes(verb) || (verb === 'restart' && !app.narrow));
    const rest = all.filter((verb) => !shown.includes(verb));
    return html`<span class="row">
      ${shown.map((verb) =>
        button(app, html`${icon(ICONS[verb]!)}${verbs[verb]}`, () => void this.#act(verb), {
          changes: true,
          classes: verb === 'start' ? 'primary' : verb === 'stop' ? 'danger' : '',
          busy: this.#busy === verb ? busy[verb as 'start'] : null,
        }),
      )}
      ${rest.length
        ? menu(app, `${verbs.actions}: ${miner.name}`, rest.map((verb) => minerItem(app, verb, () => void this.#act(verb))))
        : nothing}
    </span>`;
  }

  #identity(miner: Miner): TemplateResult {
    const { app } = this;
    const words = app.text.miners.one;
    const state = shownState(app.store, miner);
    const { algorithm } = miner.stats;
    const named = algorithm ?? miner.config.algo;
    const work = [named ? algorithmName(named) : null, miner.config.coin].filter(Boolean).join(' · ');
    return html`<p class="identity" role="group" aria-label=${words.state}>
      <b class="row">${glyph(state)}${app.text.vocabulary.status[state]}</b>
      <span>${miner.type} ${miner.version ?? ''}</span>
      ${miner.simulated ? html`<span class="tag">${app.text.vocabulary.simulated}</span>` : nothing}
      ${this.#isWatched(miner) ? html`<span class="tag">${app.text.miners.program.watchTag}</span> <span class="secondary">${words.watched(miner.config.pool)}</span>` : nothing}
      ${work ? html`<span>${work}</span>` : nothing}
      ${this.#profile && miner.profileId ? html`<span>${words.profile} ${viewLink(app, `profiles/${miner.profileId}`, this.#profile.name)}</span>` : nothing}
      ${miner.pid === null ? nothing : html`<span>${words.pid(miner.pid)}</span>`}
      ${isLive(miner) && miner.startedAt ? html`<span title=${app.numbers.dateTime(miner.startedAt)}>${words.started(app.numbers.time(miner.startedAt))}</span>` : nothing}
      ${!isLive(miner) && miner.stoppedAt ? html`<span title=${app.numbers.dateTime(miner.stoppedAt)}>${words.stopped(app.numbers.time(miner.stoppedAt))}</span>` : nothing}
      ${miner.nextVersion ? html`<span class="secondary">${words.nextVersion(miner.nextVersion)}</span>` : nothing}
      ${miner.programIssue ? html`<span class="warn">${glyph('degraded')} ${miner.programIssue}</span>` : nothing}
    </p>`;
  }

  /** In a narrow host: where to jump to. */
  #chips(miner: Miner): TemplateResult {
    const words = this.app.text.miners.one;
    const chips: [string, string][] = [['hashrate', words.hashrate], ['shares', words.shares.title], ['pool', words.pool.title]];
    if (isLive(miner) && miner.stats.gpu.length) chips.push(['gpus', words.gpus.title]);
    if (!this.#isWatched(miner)) chips.push(['console', this.app.text.console.title]);
    return html`<div class="chips" role="group" aria-label=${words.jump}>
      ${chips.map(([id, word]) => html`<button @click=${() => this.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' })}>${word}</button>`)}
    </div>`;
  }

  /** Why it does not mine, or not for its owner, and what to do. */
  #reason(miner: Miner): TemplateResult | typeof nothing {
    const { app } = this;
    const state = stateOf(miner);
    const donating = miner.stats.donating;
    const text = reasonOf(app, miner) ?? (miner.reason && state !== 'mining' ? app.say(miner.reason) : null);
    if (!text) return nothing;
    const [next] = isLive(miner) ? (miner.wanted === 'paused' ? (['resume'] as const) : ([] as const)) : (['start'] as const);
    return html`<section class="panel reason-panel" aria-label=${donating ? app.text.vocabulary.donating(miner.type) : app.text.miners.one.why}>
      ${glyph(donating || state === 'mining' ? 'hint' : state)}
      <p class="grow">${text} ${miner.nextRestartAt ? app.text.miners.one.nextRestart(app.numbers.time(miner.nextRestartAt)) : nothing}</p>
      ${next && !donating ? button(app, app.text.vocabulary.verbs[next], () => void this.#act(next), { changes: true }) : nothing}
    </section>`;
  }

  #chart(name: string): TemplateResult {
    const { app } = this;
    return hashratePanel(app, name, {
      range: app.place.query.get('range') ?? app.range,
      fit: this.#fit,
      card: app.place.query.get('card'),
      set: (change) => app.go(refined(app.place, change), true),
      setFit: (fit) => {
        this.#fit = fit;
        this.requestUpdate();
      },
    });
  }

  #timeline(): TemplateResult {
    const { app } = this;
    const words = app.text.miners.one;
    const all = new Map([...this.#past, ...app.store.events.filter((each) => each.miner === this.miner)].map((each) => [each.seq, each]));
    const events = [...all.values()].sort((a, b) => b.seq - a.seq).slice(0, EVENTS);
    return html`<section class="panel activity" aria-labelledby="timeline-title">
      <header><h2 id="timeline-title">${words.timeline}</h2>${viewLink(app, 'admin/timeline', app.text.overview.fullLog)}</header>
      <ul class="lines" tabindex="0" role="list" aria-labelledby="timeline-title">
        ${events.map((event) => html`<li>${clock(app, event.timestamp)}<span class="grow wrap">${app.say(event)}</span></li>`)}
        ${events.length ? nothing : html`<li class="secondary">${words.noEvents}</li>`}
      </ul>
    </section>`;
  }
}

customElements.define('mining-miner', MinerPage);
