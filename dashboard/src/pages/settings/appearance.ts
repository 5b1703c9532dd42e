// How it looks in this browser.
import { html, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { selectField } from '../../components/field';
import type { Preferences } from '../../preferences';
import { languages } from '../../text';

export function appearance(app: App, showShortcuts: () => void): TemplateResult {
  const words = app.text.settings.appearance;
  const { preferences } = app;
  return html`<section class="panel" aria-labelledby="appearance-title">
    <header><h2 id="appearance-title">${words.title}</h2><span class="hint">${words.about}</span></header>
    <div class="body fields">
      ${choice(app, 'theme', words.theme, words.themes)} ${choice(app, 'density', words.density, words.densities)}
      ${choice(app, 'language', words.language, Object.fromEntries(['', ...languages].map((tag) => [tag, words.languages[tag] ?? tag])))}
      ${choice(app, 'temperatureUnit', words.temperature, words.temperatures)}
    </div>
    <div class="body">
      <label class="choice"
        ><input type="checkbox" role="switch" class="switch" .checked=${preferences.hotkeys} @change=${() => app.prefer({ hotkeys: !app.preferences.hotkeys })} />${words.hotkeys}</label
      >
      <p class="hint">${words.hotkeysHint} <button class="link" @click=${showShortcuts}>${words.shortcuts}</button></p>
    </div>
  </section>`;
}

function choice(app: App, name: 'theme' | 'density' | 'language' | 'temperatureUnit', label: string, choices: Record<string, string>): TemplateResult {
  return selectField({
    id: `appearance-${name}`,
    label,
    value: app.preferences[name],
    choices: Object.entries(choices),
    chosen: (value) => app.prefer({ [name]: value } as Partial<Preferences>),
  });
}
