// The list of profiles: those that run first, each with its start or stop.
import { html, nothing, type TemplateResult } from 'lit';
import type { Miner, Schemas } from '../../api/client';
import { algorithmName } from '../../algorithm';
import type { App } from '../../app';
import { glyph, icon } from '../../components/icons';
import { ago, button, viewLink } from '../../components/parts';
import { isLive, isProblem, stateOf, type State } from '../../state';

export type Profile = Schemas['MiningProfile'];

export function minersOf(app: App, id: string): Miner[] {
  return (app.store.miners ?? []).filter((each) => each.profileId === id);
}

/** The state that a profile's row shows: the worst of its live miners, else how the last one rests. */
export function stateOfProfile(miners: Miner[]): State {
  const states = miners.filter(isLive).map(stateOf);
  return states.find(isProblem) ?? states[0] ?? (miners.some((each) => stateOf(each) === 'failed') ? 'failed' : 'stopped');
}

/** Running first, then by name; only those that match the filter. */
export function listed(app: App, profiles: Profile[], filter: string): Profile[] {
  const wanted = filter.trim().toLowerCase();
  const runs = new Set((app.store.miners ?? []).filter(isLive).map((each) => each.profileId));
  const matches = ({ name, minerType, config }: Profile) =>
    [name, minerType, config.coin, config.algo, config.pool].some((each) => each?.toLowerCase().includes(wanted));
  return profiles
    .filter(matches)
    .sort((a, b) => Number(runs.has(b.id)) - Number(runs.has(a.id)) || a.name.localeCompare(b.name));
}

export interface RowActions {
  start(profile: Profile): void;
  stop(profile: Profile): void;
  busy: ReadonlySet<string>; // ids
}

export function profileRow(app: App, profile: Profile, current: boolean, titles: Map<string, string>, actions: RowActions): TemplateResult {
  const miners = minersOf(app, profile.id);
  const state = stateOfProfile(miners);
  const { minerType, config } = profile;
  return html`<li class=${current ? 'current' : ''}>
    ${glyph(state, app.text.vocabulary.status[state])}
    <div class="grow">
      ${viewLink(app, `profiles/${profile.id}`, profile.name, 'name')}
      <div class="hint secondary">${[titles.get(minerType) ?? minerType, config.coin, config.algo && algorithmName(config.algo)].filter(Boolean).join(' · ')}</div>
      <div class="hint">${where(app, miners)}</div>
    </div>
    ${startOrStop(app, profile, actions)}
  </li>`;
}

export function startOrStop(app: App, profile: Profile, { start, stop, busy }: RowActions): TemplateResult {
  const { verbs, busy: words } = app.text.vocabulary;
  const runs = minersOf(app, profile.id).some(isLive);
  const works = busy.has(profile.id);
  return runs
    ? button(app, html`${icon('stop')}${verbs.stop}`, () => stop(profile), { changes: true, busy: works ? words.stop : null, label: `${verbs.stop}: ${profile.name}` })
    : button(app, html`${icon('start')}${verbs.start}`, () => start(profile), { changes: true, busy: works ? words.start : null, label: `${verbs.start}: ${profile.name}` });
}

/** As which miners it runs, or when it did last. */
export function where(app: App, miners: Miner[]): TemplateResult | string | typeof nothing {
  const words = app.text.profiles;
  const live = miners.filter(isLive);
  if (live.length) {
    const algorithms = new Set(live.map((each) => each.stats.algorithm));
    const rates = live.map((each) => each.hashrate).filter((each) => each !== null);
    const { value, unit } = app.numbers.hashrate(rates.reduce((sum, each) => sum + each, 0));
    const names = live.map((each) => each.name).join(', ');
    return words.miningOn(names, algorithms.size === 1 && rates.length ? `${value}\u202f${unit}` : '');
  }
  const last = miners.map((each) => each.stoppedAt ?? each.startedAt).filter((each) => each != null).sort().at(-1);
  return last ? html`${words.lastRun('')}${ago(app, last)}` : words.notRunning;
}
