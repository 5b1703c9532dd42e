// What the doctor says: what failed and what to do first, what passed behind a fold.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type Schemas } from '../../api/client';
import type { Store } from '../../api/store';
import { Piece, refined } from '../../app';
import { command } from '../../components/copy';
import { glyph, icon, type GlyphName } from '../../components/icons';
import { ago, button } from '../../components/parts';

type Check = Schemas['Check'];

const ORDER = ['problem', 'warning', 'info', 'unknown', 'ok'];
const GLYPHS: Record<string, GlyphName> = { problem: 'failed', warning: 'degraded', info: 'hint', unknown: 'stopped', ok: 'ok' };

/** A report outlasts the page: each look is a request of its own in the audit. */
const reports = new WeakMap<Store, { checks: Check[]; at: string }>();

class Doctor extends Piece {
  static override properties = { checks: { state: true }, issue: { state: true }, busy: { state: true } };
  declare checks: Check[] | null;
  declare issue: string;
  declare busy: boolean;
  #at = '';

  constructor() {
    super();
    Object.assign(this, { checks: null, issue: '', busy: false });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const last = reports.get(this.app.store);
    if (last) {
      this.checks = last.checks;
      this.#at = last.at;
    } else if (!this.app.locked) void this.#run();
  }

  /** Search leads here to look again. */
  get #isAskedFor(): boolean {
    return this.app.place.query.has('look');
  }

  override willUpdate(): void {
    if (!this.#isAskedFor) return;
    this.app.go(refined(this.app.place, { look: '' }), true);
    if (!this.app.locked) void this.#run();
  }

  async #run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const report = await asked(this.app.http.POST('/doctor'));
      this.checks = report.checks;
      this.issue = '';
      this.#at = new Date().toISOString();
      reports.set(this.app.store, { checks: report.checks, at: this.#at });
    } catch (error) {
      this.issue = this.app.explain(error);
    } finally {
      this.busy = false;
    }
  }

  override render(): TemplateResult {
    const { app, checks } = this;
    const words = app.text.admin.doctor;
    const count = (status: string) => checks?.filter((each) => each.status === status).length ?? 0;
    const run = button(app, html`${icon('restart')}${words.run}`, () => void this.#run(), { busy: this.busy ? words.running : null, changes: true });
    return html`<section class="panel doctor" aria-labelledby="doctor-title">
      <header>
        <h2 id="doctor-title">${words.title}</h2>
        ${checks ? html`<span role="status">${words.summary(count('problem'), count('warning'), count('ok'))}</span><span class="hint">${ago(app, this.#at)}</span>` : nothing}
        ${run}
      </header>
      ${this.issue ? html`<div class="body"><p class="err" role="alert">${this.issue}</p></div>` : nothing}
      ${checks ? this.#list(checks) : html`<div class="body">${app.locked ? html`<p class="secondary">${words.locked}</p>` : html`<div class="skeleton"></div>`}</div>`}
      <footer><span class="hint">${words.about}</span></footer>
    </section>`;
  }

  #list(checks: Check[]): TemplateResult {
    const passed = checks.filter((each) => each.status === 'ok');
    const open = checks.filter((each) => each.status !== 'ok').sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
    const words = this.app.text.admin.doctor;
    return html`<ul class="lines">
        ${open.map((check) => this.#row(check))}
        ${open.length ? nothing : html`<li>${glyph('ok')}${words.fine}</li>`}
      </ul>
      <details>
        <summary>${words.groups['ok']} (${passed.length})</summary>
        <ul class="lines">
          ${passed.map((check) => this.#row(check))}
        </ul>
      </details>`;
  }

  #row(check: Check): TemplateResult {
    const { app } = this;
    const word = app.text.admin.doctor.groups[check.status] ?? check.status;
    return html`<li>
      ${glyph(GLYPHS[check.status] ?? 'hint', word)}
      <div class="grow">
        <h3>${app.say({ text: check.title, ...check.titleWording })}</h3>
        <p class="secondary">
          ${app.say({ text: check.meaning, ...check.meaningWording })}${check.gain ? html` <b>${app.say({ text: check.gain, ...check.gainWording })}.</b>` : nothing}
        </p>
        ${check.fix ? command(app, check.fix) : nothing}
      </div>
    </li>`;
  }
}

customElements.define('mining-doctor', Doctor);
