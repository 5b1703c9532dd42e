// The access keys: made and shown once, revoked after a question. Only who may have all of them sees this.
import { html, nothing, type TemplateResult } from 'lit';
import { ApiError, asked, type Schemas } from '../../api/client';
import { Piece } from '../../app';
import { copyButton } from '../../components/copy';
import { selectField, textField } from '../../components/field';
import { openForm } from '../../components/form-dialog';
import { glyph, icon } from '../../components/icons';
import { ago, button } from '../../components/parts';

type Key = Schemas['ListedKey'];
type Role = Schemas['KeyDraftRoleChoice'];

const ROLES: Role[] = ['viewer', 'operator', 'admin'];

class AccessKeys extends Piece {
  static override properties = { keys: { state: true }, issue: { state: true }, created: { state: true } };
  declare keys: Key[] | null;
  declare issue: string;
  declare created: Schemas['IssuedKey'] | null;

  constructor() {
    super();
    Object.assign(this, { keys: null, issue: '', created: null });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.app.refusal('admin')) return;
    try {
      this.keys = (await asked(this.app.http.GET('/keys', { params: { query: { limit: 1000 } } }))).items;
      this.issue = '';
    } catch (error) {
      if (!(error instanceof ApiError && [401, 403].includes(error.status))) this.issue = this.app.explain(error);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { app, keys } = this;
    const words = app.text.admin.keys;
    if (!keys && !this.issue) return nothing;
    return html`<section class="panel" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">${words.title}</h2>
        ${button(app, html`${icon('add')}${words.create}`, () => void this.#create(), { needs: 'admin' })}
      </header>
      <div class="body stack">
        <p class="secondary">${words.about}</p>
        ${this.issue ? html`<p class="err" role="alert">${this.issue}</p>` : nothing} ${this.#new()}
        ${keys?.length === 0 ? html`<p class="hint">${words.none}</p>` : nothing}
      </div>
      <ul class="lines">
        ${keys?.map((key) => this.#row(key))}
      </ul>
    </section>`;
  }

  #new(): TemplateResult | typeof nothing {
    const { created, app } = this;
    if (!created) return nothing;
    return html`<div class="new-key" role="status">
      <p>${glyph('ok')} ${app.text.admin.keys.created(created.name)}. <b>${app.text.admin.keys.once}</b></p>
      <p class="row"><code>${created.key}</code>${copyButton(app, created.key)}
        <button class="small ghost" @click=${() => (this.created = null)}>${app.text.vocabulary.verbs.close}</button></p>
    </div>`;
  }

  #row(key: Key): TemplateResult {
    const { app } = this;
    const words = app.text.admin.keys;
    const expires = key.expired ? html`<span class="warn">${words.expired}</span>` : key.expiresAt ? app.numbers.dateTime(key.expiresAt) : words.never;
    return html`<li>
      <div class="grow">
        <b>${key.name}</b> <span class="tag">${key.role}</span>
        <div class="hint">${words.made} ${ago(app, key.createdAt)}, ${words.by} ${key.createdBy} · ${words.expires} ${expires}</div>
      </div>
      ${button(app, words.revoke, () => void this.#revoke(key), { classes: 'danger', needs: 'admin', label: `${words.revoke}: ${key.name}` })}
    </li>`;
  }

  async #create(): Promise<void> {
    const { app } = this;
    const words = app.text.admin.keys;
    await openForm(app, this.getRootNode(), {
      title: words.create,
      verb: app.text.vocabulary.verbs.create,
      values: { name: '', role: 'viewer', expiresAt: '' },
      fields: (bound) => html`${textField({ label: words.name, hint: words.nameHint, ...bound('name') })}
        ${selectField({ label: words.role, choices: ROLES.map((each) => [each, words.roles[each] ?? each]), ...bound('role') })}
        ${textField({ type: 'datetime-local', label: words.expires, hint: words.expiresHint, ...bound('expiresAt') })}`,
      send: async ({ name = '', role, expiresAt }) => {
        const body = { name, role: role as Role, ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }) };
        const act = { action: 'key.create', targets: [body.name], quiet: true };
        this.created = (await app.act(act, () => asked(app.http.POST('/keys', { body })))) ?? null;
        await this.#load();
      },
    });
  }

  async #revoke(key: Key): Promise<void> {
    const { app } = this;
    const words = app.text.admin.keys;
    if (!(await app.ask({ title: words.revokeTitle(key.name), text: words.revokeText, verb: words.revoke, danger: true }))) return;
    const act = { action: 'key.revoke', targets: [key.id], done: words.revoked(key.name), failed: words.notRevoked };
    await app.act(act, () => asked(app.http.DELETE('/keys/{id}', { params: { path: { id: key.id } } })));
    await this.#load();
  }
}

customElements.define('mining-access-keys', AccessKeys);
