// Which pool a miner works for now and since when, how well that goes, who else would be asked, and who is paid.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { Miner } from '../../api/client';
import { copyButton } from '../../components/copy';
import { glyph } from '../../components/icons';
import { none, orNone } from '../../components/parts';
import { isLive } from '../../state';
import { NONE, shortAddress } from '../../text/numbers';

export function connectionPanel(app: App, miner: Miner): TemplateResult {
  const { numbers } = app;
  const words = app.text.miners.one.pool;
  const { connection, difficulty } = miner.stats;
  const live = isLive(miner);
  const up = live && connection.connected === true;
  const since = up ? new Date(Date.now() - connection.uptime * 1000).toISOString() : null;
  const others = [miner.config.pool, ...(miner.config.pools ?? []).map((each) => each.pool)].filter((each) => hostOf(each) !== connection.pool);
  const tls = connection.tls === null || !live ? none(app) : connection.tls ? words.tls.yes : words.tls.no;
  const lock = miner.payoutLock;
  return html`<section class="panel" aria-labelledby="pool-title" id="pool">
    <header>
      <h2 id="pool-title">${words.title}</h2>
      ${live ? html`<span class="tag ${up ? 'ok' : 'err'}">${glyph(up ? 'ok' : 'failed')}${up ? words.connected : words.disconnected}</span>` : nothing}
    </header>
    <dl class="pairs body">
      <dt>${words.pool}</dt>
      <dd class="wrap">${(live ? connection.pool : null) ?? hostOf(miner.config.pool)}</dd>
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
      <dt>${words.failover}</dt>
      <dd class="wrap">${others.length ? others.map((each) => html`<div>${hostOf(each)}</div>`) : html`<span class="secondary">${words.noFailover}</span>`}</dd>
      <dt>${words.payee}</dt>
      <dd>
        <div class="row payee"><span class="mono">${shortAddress(miner.config.wallet)}</span>${copyButton(app, miner.config.wallet)}</div>
        ${miner.poolPage ? html`<div><a href=${miner.poolPage} target="_blank" rel="noreferrer">${words.page}</a></div>` : nothing}
      </dd>
      ${lock ? html`<dt>${words.lock}</dt><dd class="sentence">${glyph(lockGlyph(lock.state))} ${app.say(lock)}</dd>` : nothing}
    </dl>
  </section>`;
}

function lockGlyph(state: string): 'ok' | 'failed' | 'hint' {
  return state === 'holds' ? 'ok' : state === 'differs' ? 'failed' : 'hint';
}

/** Host and port of a pool's address, as the program says them. */
function hostOf(address: string): string {
  return address.replace(/^[a-z0-9+.-]+:\/\//i, '').replace(/\/.*$/, '');
}
