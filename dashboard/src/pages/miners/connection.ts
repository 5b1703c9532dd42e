// Which pool a miner works for now and since when, how well that goes, who else would be asked, and who is paid.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Miner } from '../../api/client';
import { copyButton } from '../../components/copy';
import { glyph } from '../../components/icons';
import { none, orNone } from '../../components/parts';
import { POOL_GLYPHS, poolState } from '../../components/pool-state';
import { isLive } from '../../state';
import { NONE } from '../../text/numbers';

const TAGS = { up: 'ok', down: 'err', untold: '' } as const;
const WORDS = { up: 'connected', down: 'disconnected', untold: 'untold' } as const;

export function connectionPanel(app: App, miner: Miner, watched: boolean): TemplateResult {
  const { numbers } = app;
  const words = app.text.miners.one.pool;
  const { connection, difficulty } = miner.stats;
  const live = isLive(miner);
  const state = poolState(miner);
  const up = live && state === 'up';
  const since = up ? new Date(Date.now() - connection.uptime * 1000).toISOString() : null;
  const first = miner.payees[0]?.pool ?? null; // of a watched machine the place of its API
  const now = watched ? (up ? connection.pool : null) : ((live ? connection.pool : null) ?? first);
  const others = miner.payees.filter((each) => !each.second && each.pool !== now).map((each) => each.pool);
  const tls = connection.tls === null || !live ? none(app) : connection.tls ? words.tls.yes : words.tls.no;
  const lock = miner.payoutLock;
  return html`<section class="panel" aria-labelledby="pool-title" id="pool">
    <header>
      <h2 id="pool-title">${words.title}</h2>
      ${live ? html`<span class="tag ${TAGS[state]}">${glyph(POOL_GLYPHS[state])}${words[WORDS[state]]}</span>` : nothing}
    </header>
    <dl class="pairs body">
      <dt>${words.pool}</dt>
      <dd class="wrap">${now ?? none(app)}</dd>
      <dt>${words.since}</dt>
      <dd>${since ? html`<time datetime=${since} title=${numbers.dateTime(since)}>${numbers.duration(connection.uptime)}</time>` : none(app)}</dd>
      <dt>${words.ping}</dt>
      <dd>${orNone(app, up ? numbers.ping(connection.ping) : NONE)}</dd>
      <dt>${words.encryption}</dt>
      <dd>${tls}</dd>
      <dt>${words.difficulty}</dt>
      <dd>${orNone(app, live ? numbers.difficulty(difficulty) : NONE)}</dd>
      <dt>${words.failures}</dt>
      <dd>${orNone(app, live ? numbers.count(connection.failures) : NONE)}</dd>
      ${live && connection.lastError ? html`<dt>${words.lastError}</dt><dd class="wrap">${connection.lastError}</dd>` : nothing}
      ${watched
        ? nothing
        : html`<dt>${words.failover}</dt>
            <dd class="wrap">${others.length ? others.map((each) => html`<div>${each}</div>`) : html`<span class="secondary">${words.noFailover}</span>`}</dd>
            <dt>${words.payee}</dt>
            <dd>${payees(app, miner, now)}</dd>`}
      ${lock ? html`<dt>${words.lock}</dt><dd class="sentence">${glyph(lockGlyph(lock.state))} ${app.say(lock)}</dd>` : nothing}
    </dl>
  </section>`;
}

function lockGlyph(state: string): 'ok' | 'failed' | 'hint' {
  return state === 'holds' ? 'ok' : state === 'differs' ? 'failed' : 'hint';
}

/** Who is paid, of each pool whose payee is another one; the one of now first. */
function payees(app: App, miner: Miner, now: string | null): TemplateResult[] {
  const words = app.text.miners.one.pool;
  const sorted = [...miner.payees].sort((a, b) => Number(b.pool === now) - Number(a.pool === now));
  const different = sorted.filter((each, at) => sorted.findIndex((other) => other.payee === each.payee && other.page === each.page) === at);
  return different.map(
    ({ payee, page, pool }) => html`<div class="payee">
      <span class="mono" title=${pool}>${payee ?? none(app)}</span>
      ${payee && pool === miner.payees[0]?.pool ? copyButton(app, miner.config.wallet, undefined, payee) : nothing}
      ${page ? html`<div><a href=${page} target="_blank" rel="noreferrer">${words.page}</a></div>` : nothing}
    </div>`,
  );
}
