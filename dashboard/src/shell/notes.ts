// What stands above a page when something is between it and the server.
import { html, type TemplateResult } from 'lit';
import type { App } from '../app';
import { pasteable } from '../commands';
import { glyph, icon } from '../components/icons';

/** The server cannot be reached: what that means, when it is tried again, what to check. */
export function offlinePanel(app: App, tryNow: () => void): TemplateResult {
  const { numbers, store } = app;
  const { offline, verbs } = app.text.vocabulary;
  const { lastData, nextTry, attempt } = store.connection;
  const url = new URL(app.baseUrl);
  const called = (text: string) => pasteable(text, app.store.info?.commandLine);
  const wait = nextTry === null ? null : Math.max(0, Math.ceil((nextTry - Date.now()) / 1000));
  return html`<section class="panel offline" aria-labelledby="offline-title">
      <div class="lines">
        <div>
          ${glyph('offline')}
          <div class="grow">
            <div role="alert"><h2 id="offline-title">${offline.title}</h2></div>
            <p class="secondary">
              ${offline.text} ${lastData === null ? '' : offline.lastKnown(numbers.time(lastData), numbers.ago(lastData))}
            </p>
            <p class="row wait">
              <b>${wait ? offline.nextTry(numbers.duration(wait)) : offline.trying}</b>
              <span class="secondary">· ${offline.attempt(attempt)}</span><span class="grow"></span>
              <button class="primary" @click=${tryNow}>${icon('restart')}${verbs.tryNow}</button>
            </p>
          </div>
        </div>
        <div>
          <dl>
            <dt>${offline.address}</dt>
            <dd class="mono">${url.origin}</dd>
            <dt>${offline.what}</dt>
            <dd>${offline.noAnswer}</dd>
            <dt>${offline.try}</dt>
            <dd>
              <ol>
                <li>${offline.running} <code>${called('miner-ctrl status')}</code></li>
                <li>${offline.startIt} <code>${called('miner-ctrl serve')}</code></li>
                <li>${offline.elsewhere(url.port || (url.protocol === 'https:' ? '443' : '80'))}</li>
              </ol>
            </dd>
          </dl>
        </div>
      </div>
    </section>
    ${lastData === null ? '' : html`<p class="last-values secondary">${icon('clock')}<span>${offline.lastValues(numbers.dateTime(lastData))}</span></p>`}`;
}

export function askForKey(app: App, use: (key: string) => void): TemplateResult {
  const { key } = app.text.vocabulary;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement).get('key');
    if (typeof typed === 'string' && typed.trim()) use(typed.trim());
  };
  return html`<form class="note key" @submit=${submit}>
    ${glyph('hint')}
    <div class="grow stack">
      <div>
        <h2>${app.store.connection.state === 'unauthorized' ? key.title : key.other}</h2>
        <p class="secondary">${key.text}</p>
      </div>
      ${app.store.connection.issue ? html`<p class="err" role="alert">${app.explain(app.store.connection.issue)}</p>` : ''}
      <label class="field"><span>${key.label}</span><input name="key" type="password" autocomplete="off" required /></label>
      <p class="hint">${key.make} <code>${pasteable(`miner-ctrl keys create dashboard --role ${app.store.connection.state === 'unauthorized' ? 'operator' : 'admin'}`, app.store.info?.commandLine)}</code></p>
      <div><button class="primary">${key.submit}</button></div>
    </div>
  </form>`;
}

export function reloadNote(app: App, version: string): TemplateResult {
  return html`<div class="note" role="status">
    ${glyph('hint')}
    <p>${app.text.vocabulary.reloadOffer(version)}</p>
    <button @click=${() => location.reload()}>${app.text.vocabulary.verbs.reload}</button>
  </div>`;
}
