// Who wanted to change what, and whether the record of it is whole.
import { html, nothing, type TemplateResult } from 'lit';
import { ApiError, asked, type Schemas } from '../../api/client';
import { Piece } from '../../app';
import { glyph } from '../../components/icons';
import { button, clock, none } from '../../components/parts';

type Entry = Schemas['AuditEntry'];

const PER_PAGE = 20;

class Audit extends Piece {
  static override properties = { entries: { state: true }, issue: { state: true }, report: { state: true }, page: { state: true } };
  declare entries: Entry[] | null;
  declare issue: string;
  declare report: Schemas['AuditReport'] | null;
  declare page: number;
  #pages = 1;

  constructor() {
    super();
    Object.assign(this, { entries: null, issue: '', report: null, page: 1 });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load(1);
  }

  async #load(page: number): Promise<void> {
    if (this.app.refusal('admin')) return;
    try {
      const answer = await asked(this.app.http.GET('/audit', { params: { query: { page, limit: PER_PAGE } } }));
      this.entries = answer.items;
      this.#pages = Math.max(1, answer.pagination.pages);
      this.page = page;
      this.issue = '';
    } catch (error) {
      if (!(error instanceof ApiError && [401, 403].includes(error.status))) this.issue = this.app.explain(error);
    }
  }

  async #verify(): Promise<void> {
    try {
      this.report = await asked(this.app.http.GET('/audit/verification'));
    } catch (error) {
      this.issue = this.app.explain(error);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { app, entries, report } = this;
    const words = app.text.admin.audit;
    if (!entries && !this.issue) return nothing;
    return html`<section class="panel audit" aria-labelledby="audit-title">
      <header>
        <h2 id="audit-title">${words.title}</h2>
        <span role="status">${report ? (report.ok ? html`${glyph('ok')} ${words.whole(app.numbers.count(report.entries))}` : html`<span class="err">${glyph('failed')} ${words.broken} ${app.say({ text: report.issue ?? '', ...report.wording })}</span>`) : nothing}</span>
        ${button(app, words.verify, () => void this.#verify())}
      </header>
      <div class="body"><p class="secondary">${words.about}</p>${this.issue ? html`<p class="err" role="alert">${this.issue}</p>` : nothing}</div>
      ${entries?.length ? this.#table(entries) : html`<div class="body"><p class="hint">${words.none}</p></div>`}
      ${this.#pages > 1
        ? html`<footer>
            <button class="small" ?disabled=${this.page === 1} @click=${() => void this.#load(this.page - 1)}>${words.newer}</button>
            <button class="small" ?disabled=${this.page === this.#pages} @click=${() => void this.#load(this.page + 1)}>${words.older}</button>
          </footer>`
        : nothing}
    </section>`;
  }

  #table(entries: Entry[]): TemplateResult {
    const { app } = this;
    const words = app.text.admin.audit;
    const head = [words.when, words.who, words.what, words.outcome, words.from];
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.entries}>
      <table>
        <thead>
          <tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr>
        </thead>
        <tbody>
          ${entries.map(
            (entry) => html`<tr>
              <td>${clock(app, entry.timestamp)}</td>
              <td>${entry.who}${entry.role ? html` <span class="tag">${entry.role}</span>` : nothing}</td>
              <td class="wrap"><b>${entry.what}</b> <span class="hint">${[entry.target, entry.text && app.say({ text: entry.text, ...entry.wording })].filter(Boolean).join(' · ')}</span></td>
              <td>${this.#outcome(entry)}</td>
              <td>${entry.address ?? none(app)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #outcome({ outcome, code }: Entry): TemplateResult {
    const words = this.app.text.admin.audit;
    if (outcome === null) return html`${none(this.app)}`;
    return outcome < 400 ? html`${glyph('ok')} ${words.done}` : html`<span class="err">${glyph('failed')} ${words.refused}</span> <span class="hint">${code ?? outcome}</span>`;
  }
}

customElements.define('mining-audit', Audit);
