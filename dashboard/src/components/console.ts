// <mining-console>: what a miner prints, live while it is in view, and the keys that the miner obeys.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { asked, type Schemas } from '../api/client';
import { copy, save } from './copy';
import { icon } from './icons';
import { Log, PREFIX, type Shape } from './console/log';
import { searched, sourceColour, type Filter, type Line } from './console/line';
import { Keyboard } from './console/keyboard';
import { rowsIn } from './console/rows';
import { consoleSheet } from './console/sheet';
import { isLive } from '../state';

const OFTEN = 1000; // ms between two questions while it is in view
const SELDOM = 5000;
const FIRST = 1000; // lines
const MOST = 5000; // lines of one answer
const BEYOND = 12; // rows that are drawn above and below what is in view
const SUMMARY_EVERY = 10_000; // ms
const NARROW = 720; // px
const FILTERS: Filter[] = ['all', 'shares', 'network', 'problems'];

class MiningConsole extends Piece {
  static override sheet = consoleSheet;
  static override properties = { ...Piece.properties, miner: { attribute: false } };
  declare miner: string;

  #log = new Log();
  #cursor: string | null = null;
  #follow = true;
  #wrap: boolean | null = null; // null: as the width suggests
  #sought = '';
  #hit: Line | null = null;
  #newer = 0; // lines below what is in view
  #top = 0; // px
  #wanted = 0; // px that we scrolled to ourselves
  #size = { width: 0, height: 0, sign: 8, line: 20 }; // px
  #unsaid = { lines: 0, problems: 0 };
  #summary = '';
  #saidAt = 0;
  #inView = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #error = '';
  #keyboard = new Keyboard(this, (text) => this.#typed(text));
  #seen: IntersectionObserver | undefined;
  #sized: ResizeObserver | undefined;
  readonly #visible = () => this.#schedule(0);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#visible);
    this.#seen = new IntersectionObserver((entries) => {
      this.#inView = entries.at(-1)!.isIntersecting;
      this.#schedule(0);
    });
    this.#sized = new ResizeObserver(() => this.#measure());
    void this.updateComplete.then(() => {
      if (!this.isConnected) return;
      this.#seen?.observe(this);
      this.#sized?.observe(this.#view);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#visible);
    this.#seen?.disconnect();
    this.#sized?.disconnect();
    clearTimeout(this.#timer);
  }

  get #view(): HTMLElement {
    return this.querySelector<HTMLElement>('.log')!;
  }

  // ——— what has come

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    const wanted = this.#inView || this.#cursor === null; // the first lines are there before they are looked for
    if (this.isConnected && wanted && document.visibilityState === 'visible') this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    if (this.#asking || this.app.stale) return this.#schedule(OFTEN);
    this.#asking = true;
    const { miner } = this;
    const query = this.#cursor === null ? { lines: FIRST } : { lines: MOST, cursor: this.#cursor };
    let wait = SELDOM;
    try {
      const page = await asked(this.app.http.GET('/miners/{miner}/logs', { params: { path: { miner }, query } }));
      if (miner === this.miner) this.#take(page, this.#cursor === null);
      const shown = this.app.store.miner(miner);
      wait = page.items.length === MOST ? 0 : shown && isLive(shown) ? OFTEN : SELDOM;
      this.#error = '';
    } catch (error) {
      this.#error = this.app.explain(error);
    }
    this.#asking = false;
    this.requestUpdate();
    this.#schedule(wait);
  }

  #take(page: Schemas['LogPage'], first: boolean): void {
    this.#cursor = page.cursor;
    if (!page.items.length) return;
    const { left, fresh } = this.#log.add(page.items);
    if (!this.#follow) {
      this.#newer += fresh.length;
      this.#top = this.#wanted = Math.max(0, this.#top - left * this.#size.line);
    }
    if (!first) this.#count(fresh);
  }

  /** Say from time to time, and briefly, what came; each line aloud would be a flood. */
  #count(fresh: readonly Line[]): void {
    this.#unsaid.lines += fresh.length;
    this.#unsaid.problems += fresh.filter((line) => line.kinds.has('problems')).length;
    if (!this.#unsaid.lines || Date.now() - this.#saidAt < SUMMARY_EVERY) return;
    this.#summary = this.app.text.console.summary(this.#unsaid.lines, this.#unsaid.problems);
    this.#saidAt = Date.now();
    this.#unsaid = { lines: 0, problems: 0 };
  }

  #typed(text: string): void {
    this.#log.type(new Date().toISOString(), this.app.text.console.you, text);
    this.#toEnd();
    this.#schedule(200);
  }

  // ——— where it stands

  get #wraps(): boolean {
    return this.#wrap ?? this.#size.width < NARROW;
  }

  get #shape(): Shape {
    const columns = Math.floor(this.#size.width / this.#size.sign);
    return { columns: this.#wraps ? Math.max(10, columns) : 0, hanging: this.#size.width >= NARROW };
  }

  #measure(): void {
    const probe = this.querySelector('.probe')?.getBoundingClientRect();
    const view = this.#view;
    const inner = getComputedStyle(view);
    const width = view.clientWidth - parseFloat(inner.paddingLeft) - parseFloat(inner.paddingRight);
    if (!probe || width <= 0) return;
    this.#size = { width, height: view.clientHeight, sign: probe.width / 20, line: probe.height };
    this.#held(() => undefined);
  }

  /** Change what is shown, and keep the line at the top where it is. */
  #held(change: () => void): void {
    const line = this.#follow ? undefined : this.#log.at(this.#top / this.#size.line);
    change();
    this.#log.reshape(this.#shape);
    if (line) this.#top = this.#wanted = this.#log.placeOf(line) * this.#size.line;
    this.requestUpdate();
  }

  get #end(): number {
    return Math.max(0, this.#log.height * this.#size.line - this.#size.height + 16); // its padding
  }

  #toEnd(): void {
    this.#follow = true;
    this.#newer = 0;
    this.requestUpdate();
  }

  #scrolled(): void {
    const view = this.#view;
    const up = view.scrollTop < this.#top - 1;
    const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < 4;
    this.#top = view.scrollTop;
    if (Math.abs(view.scrollTop - this.#wanted) > 1) {
      if (atEnd) this.#toEnd();
      else if (up) this.#follow = false;
    }
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('miner')) {
      this.#log.clear();
      this.#cursor = null;
      this.#toEnd();
      void this.#keyboard.learn(this.app, this.miner);
      this.#schedule(0);
    }
    if (this.#follow) this.#top = this.#end;
  }

  override updated(): void {
    const view = this.#view;
    const whole = this.querySelector<HTMLElement>('.log .whole')!;
    whole.style.setProperty('height', `${this.#log.height * this.#size.line}px`);
    const from = this.#window().from;
    this.querySelector<HTMLElement>('.log .drawn')!.style.setProperty('transform', `translateY(${this.#log.begins[from]! * this.#size.line}px)`);
    if (this.#follow || this.#wanted === this.#top) {
      if (Math.abs(view.scrollTop - this.#top) > 1) view.scrollTop = this.#top;
      this.#wanted = view.scrollTop;
    }
  }

  #window(): { from: number; to: number } {
    const { line, height } = this.#size;
    return rowsIn(this.#log.begins, this.#top / line, (this.#top + height) / line, BEYOND);
  }

  // ——— searching, copying

  #find(event: Event): void {
    this.#sought = (event.target as HTMLInputElement).value;
    this.#hit = null;
    this.requestUpdate();
  }

  #next(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const rows = this.#log.rowsWith(this.#sought);
    if (!rows.length) return;
    const now = this.#hit ? this.#log.shown.indexOf(this.#hit) : event.shiftKey ? -1 : Infinity;
    const row = event.shiftKey ? (rows.find((each) => each > now) ?? rows[0]!) : (rows.findLast((each) => each < now) ?? rows.at(-1)!);
    this.#hit = this.#log.shown[row]!;
    this.#follow = false;
    const middle = this.#log.begins[row]! * this.#size.line - this.#size.height / 2;
    this.#top = this.#wanted = Math.min(this.#end, Math.max(0, middle));
    this.requestUpdate();
  }

  #asText(): string {
    const { numbers } = this.app;
    return this.#log.shown.map((line) => `${line.at ? numbers.dateTime(line.at) : ''}\t${line.source}\t${line.text}\n`).join('');
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'End') return;
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    if (field?.type === 'search' || (field && field.selectionStart !== field.value.length)) return;
    event.preventDefault();
    this.#toEnd();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { console: words, vocabulary } = this.app.text;
    const matches = this.#sought ? this.#log.rowsWith(this.#sought).length : 0;
    const { from, to } = this.#window();
    return html`<section class="panel console" part="console" aria-labelledby="console-title" @keydown=${(event: KeyboardEvent) => this.#pressed(event)}>
      <header>
        <h2 id="console-title">${words.title}</h2>
        <div class="segment" role="group" aria-label=${words.show}>
          ${FILTERS.map(
            (each) => html`<button aria-pressed=${each === this.#log.filter} @click=${() => this.#held(() => this.#log.choose(each))}>${words.filters[each]}</button>`,
          )}
        </div>
        <input type="search" class="find" aria-label=${words.find} placeholder=${words.find} title=${words.findKeys} .value=${this.#sought} @input=${(event: Event) => this.#find(event)} @keydown=${(event: KeyboardEvent) => this.#next(event)} />
        ${this.#sought ? html`<span class="hint" role="status">${words.matches(matches)}</span>` : nothing}
        <label class="choice"><input type="checkbox" class="switch" role="switch" .checked=${this.#follow} @change=${(event: Event) => this.#switched(event)} />${words.follow}</label>
        <span class="tools">
          <button class="ghost icon-only" aria-pressed=${this.#wraps} aria-label=${words.wrap} title=${words.wrap} @click=${() => this.#held(() => (this.#wrap = !this.#wraps))}>${icon('wrap')}</button>
          <button class="ghost icon-only" aria-label=${vocabulary.verbs.copy} title=${vocabulary.verbs.copy} @click=${() => void copy(this.app, this.#asText())}>${icon('copy')}</button>
          <button class="ghost icon-only" aria-label=${vocabulary.verbs.download} title=${vocabulary.verbs.download} @click=${() => save(new Blob([this.#asText()], { type: 'text/plain' }), `${this.miner}.log`)}>${icon('download')}</button>
        </span>
      </header>
      <div class="view">
        <div class="log ${this.#wraps ? 'wraps' : ''} ${this.#shape.hanging ? 'hanging' : ''}" role="log" aria-live="off" aria-label=${words.title} tabindex="0" @scroll=${() => this.#scrolled()}>
          <span class="probe" aria-hidden="true">00000000000000000000</span>
          <div class="whole"><div class="drawn">${this.#log.shown.slice(from, to).map((line) => this.#row(line))}</div></div>
          ${this.#log.shown.length ? nothing : html`<p class="hint empty">${this.#error || (this.#cursor === null ? nothing : this.#log.lines.length ? words.noneOfThese : words.nothingYet)}</p>`}
        </div>
        ${this.#follow || !this.#newer ? nothing : html`<button class="newer primary" @click=${() => this.#toEnd()}>${icon('down')}${words.newer(this.#newer)}</button>`}
      </div>
      <p class="hidden" role="status">${this.#summary}</p>
      ${this.#keyboard.render(this.app, this.miner)}
    </section>`;
  }

  #row(line: Line): TemplateResult {
    const { numbers } = this.app;
    const time = line.at ? numbers.second(line.at) : ' '.repeat(8);
    const { hanging } = this.#shape;
    const source = hanging ? line.source.padEnd(PREFIX - 11) : line.source;
    return html`<div class="line ${line === this.#hit ? 'hit' : ''}"><span class="ink-time">${hanging ? `${time}  ` : `${time} `}</span><span class="ink-${line.mine ? 'white' : sourceColour(line.source)}">${source} </span>${searched(line.parts, this.#sought).map(
        ({ text, colour, bold, hit }) =>
          hit ? html`<mark>${text}</mark>` : colour || bold ? html`<span class="${colour ? `ink-${colour}` : ''} ${bold ? 'bold' : ''}">${text}</span>` : text,
      )}</div>`;
  }

  #switched(event: Event): void {
    if ((event.target as HTMLInputElement).checked) this.#toEnd();
    else {
      this.#follow = false;
      this.requestUpdate();
    }
  }
}

customElements.define('mining-console', MiningConsole);
