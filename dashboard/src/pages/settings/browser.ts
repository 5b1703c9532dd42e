// Of what this browser notifies; it asks for the permission only when a person wants one.
import { html, nothing, type TemplateResult } from 'lit';
import { Piece } from '../../app';
import { glyph } from '../../components/icons';
import { NOTICE_KINDS } from '../../shell/browser-notices';

class BrowserNotices extends Piece {
  get #permission(): NotificationPermission | 'unsupported' {
    return 'Notification' in globalThis && isSecureContext ? Notification.permission : 'unsupported';
  }

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.settings.browser;
    const permission = this.#permission;
    return html`<section class="panel" aria-labelledby="browser-title">
      <header><h2 id="browser-title">${words.title}</h2></header>
      <div class="body stack">
        <p class="secondary">${words.about}</p>
        ${permission === 'unsupported' ? html`<p class="warn">${glyph('degraded')} ${words.unsupported}</p>` : nothing}
        ${permission === 'denied' ? html`<p class="warn">${glyph('degraded')} ${words.denied}</p>` : nothing}
        ${permission === 'default'
          ? html`<p class="row"><button @click=${() => void this.#allow()}>${words.allow}</button><span class="hint">${words.ask}</span></p>`
          : nothing}
        ${permission === 'granted'
          ? html`<p class="row">${glyph('ok')}<span>${words.granted}</span><button @click=${() => this.#show()}>${words.test}</button></p>`
          : nothing}
        <div>
          ${Object.entries(NOTICE_KINDS).map(
            ([group, kinds]) => html`<label class="choice"
              ><input
                type="checkbox"
                .checked=${kinds.every((kind) => app.preferences.notifyAbout.includes(kind))}
                ?disabled=${permission === 'unsupported' || permission === 'denied'}
                @change=${(event: Event) => void this.#choose(kinds, (event.target as HTMLInputElement).checked)}
              />${words.kinds[group] ?? group}</label
            >`,
          )}
        </div>
      </div>
    </section>`;
  }

  async #allow(): Promise<void> {
    await Notification.requestPermission();
    this.requestUpdate();
  }

  async #choose(kinds: string[], on: boolean): Promise<void> {
    const others = this.app.preferences.notifyAbout.filter((kind) => !kinds.includes(kind));
    this.app.prefer({ notifyAbout: on ? [...others, ...kinds] : others });
    if (on && this.#permission === 'default') await this.#allow();
  }

  #show(): void {
    const words = this.app.text.settings.browser;
    new Notification(words.testTitle, { body: words.testText, tag: 'mining-test' });
  }
}

customElements.define('mining-browser-notices', BrowserNotices);
