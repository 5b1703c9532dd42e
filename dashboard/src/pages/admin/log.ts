// The server's own log: by level, followed, downloaded. Its text is text, whatever is in it.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type Schemas } from '../../api/client';
import { Piece, refined } from '../../app';
import { save } from '../../components/copy';
import { icon } from '../../components/icons';
import { button } from '../../components/parts';

type Line = Schemas['DaemonLogLine'];
type Level = 'debug' | 'info' | 'warning' | 'error';

const LEVELS: Level[] = ['debug', 'info', 'warning', 'error'];
const SHOWN = 500; // lines
const MOST = 5000; // lines of one answer
const EVERY = 3000; // ms between two looks while it is followed

class DaemonLog extends Piece {
  static override properties = { lines: { state: true }, issue: { state: true }, follows: { state: true } };
  declare lines: Line[] | null;
  declare issue: string;
  declare follows: boolean;
  #cursor = '';
  #level: Level | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    Object.assign(this, { lines: null, issue: '', follows: true });
  }

  get #wanted(): Level {
    const wanted = this.app.place.query.get('level') as Level;
    return LEVELS.includes(wanted) ? wanted : 'info';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (this.follows && document.visibilityState === 'visible' && !this.app.stale) void this.#read();
    }, EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override willUpdate(): void {
    if (this.#level === this.#wanted) return;
    this.#level = this.#wanted;
    this.#cursor = '';
    void this.#read();
  }

  async #read(): Promise<void> {
    const level = this.#wanted;
    const from = this.#cursor;
    try {
      const page = await asked(this.app.http.GET('/daemon/logs', { params: { query: { level, lines: SHOWN, ...(from && { cursor: from }) } } }));
      if (level !== this.#wanted || from !== this.#cursor) return;
      this.#cursor = page.cursor;
      if (page.items.length || !from) this.lines = [...(from ? (this.lines ?? []) : []), ...page.items].slice(-SHOWN);
      this.issue = '';
    } catch (error) {
      this.issue = this.app.explain(error);
    }
  }

  override updated(): void {
    const list = this.querySelector('[role=log]');
    if (list && this.follows) list.scrollTop = list.scrollHeight;
  }

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.admin.log;
    return html`<section class="panel daemon-log" part="console" aria-labelledby="log-title">
      <header>
        <h2 id="log-title">${words.title}</h2>
        <select aria-label=${words.level} @change=${(event: Event) => app.go(refined(app.place, { level: (event.target as HTMLSelectElement).value }), true)}>
          ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === this.#wanted}>${words.levels[level]}</option>`)}
        </select>
        <label class="choice"><input type="checkbox" .checked=${this.follows} @change=${() => (this.follows = !this.follows)} />${words.follow}</label>
        ${button(app, html`${icon('download')}${app.text.vocabulary.verbs.download}`, () => void this.#download(), { label: words.download })}
      </header>
      ${this.issue ? html`<div class="body"><p class="err" role="alert">${this.issue}</p></div>` : nothing}
      <div role="log" aria-live="off" aria-label=${words.lines} tabindex="0">
        ${this.lines?.map((line) => this.#line(line))}
        ${this.lines?.length === 0 ? html`<p class="secondary">${words.none}</p>` : nothing}
      </div>
    </section>`;
  }

  #line({ time, level, text }: Line): TemplateResult {
    const kind = level === 'error' ? 'err' : level === 'warning' ? 'warn' : 'hint';
    return html`<div class="line">${time ? html`<time datetime=${time} title=${this.app.numbers.dateTime(time)}>${this.app.numbers.second(time)}</time>` : nothing}<span class="level ${kind}">${level ?? '?'}</span><span class="grow">${text}</span></div>`;
  }

  async #download(): Promise<void> {
    try {
      const page = await asked(this.app.http.GET('/daemon/logs', { params: { query: { level: this.#wanted, lines: MOST } } }));
      const text = page.items.map((line) => `${line.time ?? '-'} ${line.level ?? '-'} ${line.text}\n`).join('');
      save(new Blob([text], { type: 'text/plain' }), 'mining-daemon.log');
    } catch (error) {
      this.app.toast({ kind: 'error', text: this.app.explain(error) });
    }
  }
}

customElements.define('mining-daemon-log', DaemonLog);
