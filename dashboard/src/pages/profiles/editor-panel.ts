// The editor of one profile: its head with what can be done, the form, and the bar that names the changes.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Choices } from '../../components/config-editor';
import type { Draft } from '../../components/config-editor/draft';
import { glyph, icon } from '../../components/icons';
import { menu } from '../../components/menu';
import { button, viewLink } from '../../components/parts';
import { minersOf, startOrStop, stateOfProfile, where, type Profile, type RowActions } from './list';
import { liveMiners } from './requests';
import { exportProfiles } from './transfer';

export interface Editing {
  draft: Draft;
  profile: Profile | null; // null: a new one
  choices: Choices;
  faults: Record<string, string>;
  remarks: string[]; // what the API said of the last save
  changes: string[];
  dirty: boolean;
  elsewhere: boolean; // it was changed by somebody else meanwhile
  refusal: string | null; // why it was not saved
  saving: boolean;
}

export interface EditorActions extends RowActions {
  edit(draft: Draft): void;
  discard(): void;
  takeOver(): void;
  save(run: boolean): void;
  duplicate(profile: Profile): void;
  remove(profile: Profile): void;
}

export function editorPanel(app: App, editing: Editing, actions: EditorActions): TemplateResult {
  const words = app.text.profiles;
  const { profile } = editing;
  return html`<section class="panel profile-editor" aria-labelledby="profile-title">
    ${head(app, profile, actions)}
    ${editing.elsewhere
      ? html`<p class="told">${glyph('hint')}<span>${words.changedElsewhere}</span> <button class="link" @click=${() => actions.takeOver()}>${words.takeOver}</button></p>`
      : nothing}
    ${editing.remarks.map((each) => html`<p class="told">${glyph('hint')}<span>${each}</span></p>`)}
    <mining-config-editor
      .app=${app}
      .draft=${editing.draft}
      .choices=${editing.choices}
      .faults=${editing.faults}
      .passwordSaved=${profile !== null}
      @draft-change=${(event: CustomEvent<Draft>) => actions.edit(event.detail)}
    ></mining-config-editor>
    ${app.locked ? nothing : saveBar(app, editing, actions)}
  </section>`;
}

function head(app: App, profile: Profile | null, actions: EditorActions): TemplateResult {
  const words = app.text.profiles;
  const { verbs } = app.text.vocabulary;
  const miners = profile ? minersOf(app, profile.id) : [];
  return html`<header>
    <div class="row">
      ${viewLink(app, 'profiles', html`${icon('up')}<span class="hidden">${words.back}</span>`, 'button ghost back')}
      <h2 id="profile-title">${profile?.name ?? words.create}</h2>
      <span class="hint row">${profile ? html`${glyph(stateOfProfile(miners))} ${where(app, miners)}` : words.isNew}</span>
    </div>
    ${profile && !app.locked
      ? html`${button(app, html`${icon('copy')}${words.duplicate}`, () => actions.duplicate(profile), { needs: 'admin', classes: 'ghost wide-only' })}
          ${menu(app, `${verbs.actions}: ${profile.name}`, [
            { label: words.duplicate, needs: 'admin', run: () => actions.duplicate(profile) },
            { label: words.export, run: () => void exportProfiles(app, profile.id) },
            { label: verbs.delete, danger: true, needs: 'admin', run: () => actions.remove(profile) },
          ])}
          ${startOrStop(app, profile, actions)}`
      : nothing}
  </header>`;
}

function saveBar(app: App, { profile, dirty, changes, refusal, saving }: Editing, actions: EditorActions): TemplateResult {
  const words = app.text.profiles;
  const { verbs } = app.text.vocabulary;
  const live = profile ? liveMiners(app, profile.id).length : 0;
  const run = live ? words.saveAndRestart(live) : words.saveAndStart;
  return html`<footer class="save-bar">
    ${refusal ? html`<p class="err" role="alert">${glyph('failed')} ${refusal}</p>` : nothing}
    <div class="grow">
      <div role="status">${dirty
        ? html`<b>${glyph('starting')} ${words.unsaved(changes.length)}</b> <span class="hint">${changes.join(', ')}</span>`
        : nothing}</div>
      ${dirty ? nothing : html`<div class="hint">${profile ? words.noChanges : words.isNew}</div>`}
      <div class="hint">${words.applies(live)}</div>
    </div>
    ${dirty ? html`<button class="ghost" @click=${() => actions.discard()}>${verbs.discard}</button>` : nothing}
    ${button(app, verbs.save, () => actions.save(false), { needs: 'admin', busy: saving ? words.saving : null })}
    ${dirty ? button(app, run, () => actions.save(true), { needs: 'admin', classes: 'primary', busy: saving ? words.saving : null }) : nothing}
  </footer>`;
}
