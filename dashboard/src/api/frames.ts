/* Made from docs/reference/asyncapi.json by `npm run types`; do not edit. */

export type Frame =
  | SnapshotFrame
  | MinerStatsFrame
  | MinersStatsFrame
  | MinersDeltaFrame
  | MinerStatusFrame
  | InstallProgressFrame
  | ProfileChangedFrame
  | SettingsChangedFrame
  | PoolsChangedFrame
  | DoctorFrame
  | AttentionFrame
  | BenchmarkProgressFrame
  | SubscribedFrame
  | ErrorFrame
  | PingFrame;

export interface SnapshotFrame {
  type: "snapshot";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: AllMiners;
}
/**
 * How everything is: the first frame of a connection.
 */
export interface AllMiners {
  miners: Miner[];
  /**
   * What needs attention, as the frame `attention` tells it.
   */
  attention: AttentionItem[];
  /**
   * The daemon's; a page that was made for another one should be loaded again.
   */
  version: string;
}
/**
 * One instance of a miner type, known by name.
 */
export interface Miner {
  name: string;
  type: string;
  /**
   * One of `starting`, `running`, `paused`, `stopping`, `stopped`, `error`; later versions may say others.
   */
  status: string;
  /**
   * One of `ok`, `degraded`, `unreachable`; later versions may say others.
   */
  health: string;
  reason: Reason | null;
  /**
   * One of `running`, `paused`, `stopped`; later versions may say others.
   */
  wanted: string;
  pid: number | null;
  startedAt: string | null;
  stoppedAt: string | null;
  /**
   * s
   */
  uptime: number;
  hashrate: number | null;
  version: string | null;
  nextVersion: string | null;
  programIssue: string | null;
  path: string | null;
  profileId: string | null;
  poolPage: string | null;
  /**
   * Who is paid at each of its pools, in their order.
   */
  payees: MinerPayee[];
  /**
   * The Config as it was said, without passwords.
   */
  config: Config;
  payoutLock: PayoutLock | null;
  restarts: number;
  nextRestartAt: string | null;
  lastExit: LastExit | null;
  stats: PerformanceMetrics;
  simulated: boolean;
}
/**
 * Why a miner is not simply fine, in one word for programs and one sentence for people.
 */
export interface Reason {
  /**
   * Those of `params` that are sentences themselves.
   */
  parts: {
    [k: string]: Wording;
  };
  /**
   * Sentences that follow; `text` ends with them.
   */
  more: Wording[];
  /**
   * One of `preparing`, `pool_unreachable`, `login_refused`, `pool_silent`, `shares_rejected`, `paused_by_user`, `on_battery`, `user_active`, `no_work`, `donating`, `other_algorithm`, `no_job`, `too_hot`, `hung`, `crash_loop`, `bad_config`, `quarantined`, `program_missing`, `program_changed`, `api_unreachable`, `garbage`, `waiting_to_restart`, `no_hashrate`, `stopped_by_user`, `spawn_failed`, `not_adopted`, `autostart_off`, `autostart_delay`, `not_understood`, `foreign`, `payout_differs`, `gpu_unavailable`, `gpu_memory_full`; later versions may say others.
   */
  code: string;
  text: string;
  message: string | null;
  /**
   * What `text` speaks of, by name; times in seconds.
   */
  params: {
    [k: string]: string | number;
  };
}
/**
 * A sentence, and what is needed to say it in another language.
 */
export interface Wording {
  /**
   * Those of `params` that are sentences themselves.
   */
  parts: {
    [k: string]: Wording;
  };
  /**
   * Sentences that follow; `text` ends with them.
   */
  more: Wording[];
  /**
   * In English.
   */
  text: string;
  message: string | null;
  /**
   * What `text` speaks of, by name; times in seconds.
   */
  params: {
    [k: string]: string | number;
  };
}
/**
 * Who is paid at one of a miner's pools.
 */
export interface MinerPayee {
  /**
   * host:port
   */
  pool: string;
  payee: string | null;
  worker: string | null;
  coin: string | null;
  page: string | null;
  /**
   * Whether it is the pool of the second work.
   */
  second: boolean;
}
/**
 * The seed's Config and what it leaves open; an absent field lets the program decide.
 */
export interface Config {
  /**
   * Where to mine: host:port, perhaps with a scheme.
   */
  pool: string;
  /**
   * Your address, or the pool's account: the login.
   */
  wallet: string;
  algo?: string | null;
  coin?: string | null;
  password?: string | null;
  worker?: string | null;
  threads?: number | null;
  cpuPriority?: number | null;
  cuda?: Devices | null;
  opencl?: Devices | null;
  cpu?: CpuBackend | null;
  tls?: boolean | null;
  tlsFingerprint?: string | null;
  /**
   * Fail-over pools, tried in this order.
   *
   * @maxItems 64
   */
  pools?: Pool[];
  second?: SecondWork | null;
  hugePages?: boolean | null;
  cpuAffinity?: string | null;
  pauseOnBattery?: boolean | null;
  pauseOnActive?: number | null;
  donateLevel?: number | null;
  nicehash?: boolean | null;
  proxy?: string | null;
  intensity?: number | null;
  /**
   * What only this type knows.
   */
  options?: {
    [k: string]: unknown;
  };
}
/**
 * A GPU backend; enabled with no devices = all of them.
 */
export interface Devices {
  /**
   * Whether it is used. Absent: false.
   */
  enabled?: boolean;
  /**
   * Which cards, by number; none: all of them.
   *
   * @maxItems 64
   */
  devices?: number[];
}
/**
 * The CPU backend.
 */
export interface CpuBackend {
  /**
   * Whether it is used. Absent: true.
   */
  enabled?: boolean;
}
/**
 * One pool to mine on. A wallet, worker, coin, algo or proxy that is absent is the top's; null says none.
 */
export interface Pool {
  /**
   * host:port of this pool.
   */
  pool: string;
  wallet?: string | null;
  password?: string | null;
  worker?: string | null;
  tls?: boolean | null;
  tlsFingerprint?: string | null;
  coin?: string | null;
  algo?: string | null;
  proxy?: string | null;
}
/**
 * What is computed beside the main work: another algorithm, on a pool of its own. It inherits nothing.
 */
export interface SecondWork {
  /**
   * Where to mine it: host:port.
   */
  pool: string;
  /**
   * The login there: the address or account that this work pays.
   */
  wallet: string;
  password?: string | null;
  worker?: string | null;
  algo?: string | null;
  coin?: string | null;
  tls?: boolean | null;
}
/**
 * What is known of whom a running miner pays.
 */
export interface PayoutLock {
  /**
   * Those of `params` that are sentences themselves.
   */
  parts: {
    [k: string]: Wording;
  };
  /**
   * Sentences that follow; `text` ends with them.
   */
  more: Wording[];
  /**
   * One of `holds`, `differs`, `unchecked`; later versions may say others.
   */
  state: string;
  comparedAt: string | null;
  text: string;
  /**
   * The code of `text`.
   */
  message: string;
  /**
   * What `text` speaks of, by name.
   */
  params: {
    [k: string]: string | number;
  };
}
/**
 * How the last process ended. `code` and `signal` are null where they are unknown: it was not our child.
 *
 * The signal is known all the same where the program named it.
 */
export interface LastExit {
  code: number | null;
  signal: number | null;
  /**
   * One of `config`, `crash`, `exit`, `signal`, `oom`, `hang`, `unknown`; later versions may say others.
   */
  cause: string;
  at: string;
}
/**
 * The latest answer of a miner; every key is present from the first moment, and null means not known.
 */
export interface PerformanceMetrics {
  hashrate: number | null;
  hashrateAvg: number | null;
  shares: Shares;
  sharesRecent: RecentShares;
  /**
   * Seconds since the start of the process; 0 when not live.
   */
  uptime: number;
  connection: Connection;
  cpu: Cpu;
  gpu: Gpu[];
  /**
   * What it computes, the main work first, whose figures are those above; empty before any answer.
   */
  work: WorkMetrics[];
  algorithm: string | null;
  difficulty: number | null;
  paused: boolean;
  /**
   * Whether it mines for the program's authors just now.
   */
  donating: boolean;
  lastShareAt: string | null;
  expectedShareSeconds: number | null;
  version: string | null;
  sampledAt: string | null;
  quality: string;
  simulated: boolean;
}
/**
 * Counters of this process, across pool switches. None: the program does not tell.
 */
export interface Shares {
  accepted: number | null;
  rejected: number | null;
  invalid: number | null;
}
/**
 * Shares of the last ten minutes, also of those before a restart of the daemon. None: not known.
 */
export interface RecentShares {
  seconds: number;
  accepted: number | null;
  rejected: number | null;
}
/**
 * The way to the pool.
 */
export interface Connection {
  pool: string | null;
  /**
   * Seconds connected; 0 = not connected.
   */
  uptime: number;
  ping: number | null;
  failures: number | null;
  connected: boolean | null;
  lastError: string | null;
  tls: boolean | null;
}
/**
 * The processor, as far as this miner uses it.
 */
export interface Cpu {
  usage: number | null;
  temperature: number | null;
}
/**
 * One device that this miner uses.
 */
export interface Gpu {
  id: number;
  backend: string | null;
  busId: string | null;
  name: string | null;
  hashrate: number | null;
  temperature: number | null;
  fanSpeed: number | null;
  powerUsage: number | null;
}
/**
 * One of the algorithms that a miner computes at once.
 */
export interface WorkMetrics {
  algorithm: string | null;
  hashrate: number | null;
  shares: Shares;
  pool: string | null;
}
/**
 * One thing that a person should look at.
 */
export interface AttentionItem {
  /**
   * Those of `params` that are sentences themselves.
   */
  parts: {
    [k: string]: Wording;
  };
  /**
   * Sentences that follow; `text` ends with them.
   */
  more: Wording[];
  /**
   * The same for as long as it lasts, and when it comes back.
   */
  id: string;
  /**
   * What it is, in a word: a reason of a miner, or one of the attention's own.
   */
  code: string;
  /**
   * `error`: does not work; `warning`: works badly; `hint`: could be better.
   */
  severity: string;
  miner: string | null;
  /**
   * When it began, as far as that is known; else when it was first seen.
   */
  since: string;
  /**
   * A sentence for a person; never a full wallet, password or token.
   */
  text: string;
  message: string | null;
  /**
   * What `text` speaks of, by name; times in seconds.
   */
  params: {
    [k: string]: string | number;
  };
  action: Action | null;
}
/**
 * The next step: a request that one button makes, a command to paste, or both; with neither, a page to open.
 */
export interface Action {
  /**
   * What it does; `label` is the template `action.` and this code.
   */
  code: string;
  /**
   * A few words for a button.
   */
  label: string;
  method: string | null;
  path: string | null;
  command: string | null;
}
export interface MinerStatsFrame {
  type: "miner.stats";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: MinerFigures;
}
/**
 * A miner's figures, one frame for each poll; older ones give way where a listener is slow.
 */
export interface MinerFigures {
  name: string;
  type: string;
  /**
   * One of `starting`, `running`, `paused`, `stopping`, `stopped`, `error`; later versions may say others.
   */
  status: string;
  /**
   * One of `ok`, `degraded`, `unreachable`; later versions may say others.
   */
  health: string;
  reason: Reason | null;
  simulated: boolean;
  stats: PerformanceMetrics;
}
export interface MinersStatsFrame {
  type: "miners.stats";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: AllFigures;
}
/**
 * The figures of all miners that were polled lately, for who has asked for them `every` so many seconds.
 */
export interface AllFigures {
  /**
   * One for each miner that has newer ones, as of `miner.stats`.
   */
  items: MinerFigures[];
  minItems?: 0;
}
export interface MinersDeltaFrame {
  type: "miners.delta";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: FigureDifferences;
}
/**
 * What is different in figures since they were told last on this connection, for who has asked for `delta`.
 */
export interface FigureDifferences {
  /**
   * By the miner's name: of what `miner.stats` holds, the keys that have other values, and so on within an object; a list as long as before holds the same of each of its items, any other value is whole. After the answer `subscribed`, and after each `miner.status`, the next figures of a miner are whole.
   */
  miners: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
}
export interface MinerStatusFrame {
  type: "miner.status";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: MinerChange;
}
/**
 * A miner, and what happened to it.
 */
export interface MinerChange {
  name: string;
  type: string;
  /**
   * One of `starting`, `running`, `paused`, `stopping`, `stopped`, `error`; later versions may say others.
   */
  status: string;
  /**
   * One of `ok`, `degraded`, `unreachable`; later versions may say others.
   */
  health: string;
  reason: Reason | null;
  /**
   * One of `running`, `paused`, `stopped`; later versions may say others.
   */
  wanted: string;
  pid: number | null;
  startedAt: string | null;
  stoppedAt: string | null;
  /**
   * s
   */
  uptime: number;
  hashrate: number | null;
  version: string | null;
  nextVersion: string | null;
  programIssue: string | null;
  path: string | null;
  profileId: string | null;
  poolPage: string | null;
  /**
   * Who is paid at each of its pools, in their order.
   */
  payees: MinerPayee[];
  /**
   * The Config as it was said, without passwords.
   */
  config: Config;
  payoutLock: PayoutLock | null;
  restarts: number;
  nextRestartAt: string | null;
  lastExit: LastExit | null;
  stats: PerformanceMetrics;
  simulated: boolean;
  /**
   * What happened, as in the timeline; `status`: its status alone is another.
   */
  event: string;
  text: string;
  who: string | null;
}
export interface InstallProgressFrame {
  type: "install.progress";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: InstallJob;
}
/**
 * One installation: how far it has come, and what came of it.
 */
export interface InstallJob {
  id: string;
  type: string;
  /**
   * One of `running`, `done`, `failed`; later versions may say others.
   */
  state: string;
  startedAt: string;
  progress: InstallProgress | null;
  result: Installation | null;
  error: JobError | null;
  /**
   * How it stands, in words; names the miners that still run the old program.
   */
  message: string;
  wording: Wording | null;
}
/**
 * How far an installation has come.
 */
export interface InstallProgress {
  type: string;
  /**
   * One of `download`, `verify`, `unpack`, `try`, `switch`, `done`; later versions may say others.
   */
  stage: string;
  bytes: number | null;
  total: number | null;
}
/**
 * What an installation did.
 */
export interface Installation {
  program: Program;
  replaced: string | null;
  /**
   * false: exactly this was in use already
   */
  changed: boolean;
  /**
   * Ways to cards of this machine that this build does not have
   */
  unreached: string[];
}
/**
 * A mining program on disk, as it was when it was installed or registered.
 */
export interface Program {
  type: string;
  path: string;
  sha256: string;
  version: string | null;
  /**
   * How it came here: `yours` = registered by its owner; `own` = part of the platform; `installed` = from its author's release
   */
  origin: string;
  verified: string | null;
  installedAt: string | null;
  cudaPlugin: CudaPlugin | null;
}
/**
 * The library through which a program mines on NVIDIA cards, as it was when it was registered or installed.
 *
 * Nobody signs such libraries, so nothing but their owner's word proves one.
 */
export interface CudaPlugin {
  path: string;
  sha256: string;
  origin: string;
  installedAt: string | null;
}
/**
 * Why a job failed, as an error's answer would say it.
 */
export interface JobError {
  code: string;
  message: string;
  details: ErrorDetails;
}
/**
 * What is known of an error beside its sentence; more keys come with some codes.
 */
export interface ErrorDetails {
  field?: string | null;
  issue?: string | null;
  /**
   * Of bad input: all that is wrong.
   */
  fields?: FieldError[];
  wording?: Wording | null;
  requestId?: string | null;
  [k: string]: unknown;
}
/**
 * One thing that is wrong with one field, parameter or header.
 */
export interface FieldError {
  /**
   * As the asker spells it: `pools[1].tls`.
   */
  field: string;
  issue: string;
  wording: Wording | null;
}
export interface ProfileChangedFrame {
  type: "profile.changed";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: ProfileChange;
}
/**
 * A profile as it is now, or was when it was deleted.
 */
export interface ProfileChange {
  name: string;
  description: string;
  minerType: string;
  config: Config;
  /**
   * A UUID, given when it is made.
   */
  id: string;
  createdAt: string;
  updatedAt: string;
  event: string;
  text: string;
  who: string | null;
}
export interface SettingsChangedFrame {
  type: "settings.changed";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: SettingsChange;
}
/**
 * Which settings are others now; strangers see no values.
 */
export interface SettingsChange {
  changes: SettingChange[];
  event: string;
  text: string;
  who: string | null;
}
/**
 * One setting before and after.
 */
export interface SettingChange {
  name: string;
  old: unknown;
  new: unknown;
}
export interface PoolsChangedFrame {
  type: "pools.changed";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: PoolChange;
}
/**
 * One of your own pools; strangers hear nothing of it.
 */
export interface PoolChange {
  /**
   * host:port
   */
  id: string;
  /**
   * One of `catalogue`, `yours`; later versions may say others.
   */
  origin: string;
  /**
   * As a configuration takes it.
   */
  pool: string;
  name: string;
  coin: string | null;
  host: string;
  /**
   * The usual one; it speaks plain stratum unless tlsPort is the same.
   */
  port: number;
  morePorts: number[];
  tlsPort: number | null;
  region: string | null;
  fee: number | null;
  worker: string | null;
  usage: string | null;
  login: string | null;
  /**
   * It pays its one coin, whatever is mined.
   */
  exchanges: boolean;
  /**
   * Other coins whose addresses it takes for some payouts.
   */
  also: string[];
  page: string | null;
  source: string | null;
  checkedAt: string | null;
  addedAt: string | null;
  /**
   * `added` or `removed`.
   */
  event: string;
  text: string;
  who: string | null;
}
export interface DoctorFrame {
  type: "doctor";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: Report;
}
/**
 * What the doctor found.
 */
export interface Report {
  miners: ExaminedProgram[];
  gpu: GraphicsCard[];
  /**
   * The worst first
   */
  checks: Check[];
  /**
   * What to do, the most pressing first: title and fix of a check, or what it means
   */
  recommendations: string[];
}
/**
 * A registered mining program, and whether it can be started.
 */
export interface ExaminedProgram {
  type: string;
  version: string | null;
  path: string | null;
  usable: boolean;
  issue: string | null;
  wording: Wording | null;
}
/**
 * A graphics processor that could mine.
 */
export interface GraphicsCard {
  /**
   * Its place on the PCI bus: 0000:01:00.0
   */
  id: string;
  /**
   * One of `NVIDIA`, `AMD`, `Intel`; later versions may say others.
   */
  vendor: string;
  name: string | null;
  /**
   * One of `cuda`, `opencl`; later versions may say others.
   */
  backend: string;
  memory: number | null;
  driver: string | null;
  device: number | null;
  reading: CardReading | null;
}
/**
 * How a graphics card does, as its driver said at `sampledAt`; null: the card or its driver does not tell.
 */
export interface CardReading {
  temperature: number | null;
  powerUsage: number | null;
  fanSpeed: number | null;
  usage: number | null;
  memoryUsed: number | null;
  ecc: boolean | null;
  mig: boolean | null;
  sampledAt: string;
}
/**
 * One thing that was looked at, in words for somebody who has never mined.
 */
export interface Check {
  id: string;
  /**
   * One of `ok`, `info`, `warning`, `problem`, `unknown`; later versions may say others.
   */
  status: string;
  title: string;
  meaning: string;
  gain: string | null;
  fix: string | null;
  titleWording: Wording | null;
  meaningWording: Wording | null;
  gainWording: Wording | null;
}
export interface AttentionFrame {
  type: "attention";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: AttentionList;
}
/**
 * All that needs attention, the most severe first, and of what is equally severe the oldest first.
 */
export interface AttentionList {
  items: AttentionItem[];
  minItems?: 0;
}
export interface BenchmarkProgressFrame {
  type: "benchmark.progress";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: Benchmark;
}
/**
 * One benchmark: how far it has come, or what came of it.
 */
export interface Benchmark {
  id: string;
  type: string;
  algorithm: string;
  /**
   * For how long it was to be measured.
   */
  seconds: number;
  threads: number | null;
  /**
   * `own`: the program's own benchmark; `timed`: it mined for that time.
   */
  method: string;
  /**
   * One of `running`, `done`, `failed`, `cancelled`; later versions may say others.
   */
  state: string;
  /**
   * From 0 to 1; 0 while it prepares.
   */
  progress: number;
  hashrate: number | null;
  /**
   * How many readings that is the mean of.
   */
  samples: number;
  version: string | null;
  /**
   * What computed it.
   */
  hardware: string;
  startedAt: string;
  endedAt: string | null;
  code: string | null;
  /**
   * How it stands, in words.
   */
  message: string;
  wording: Wording | null;
}
export interface SubscribedFrame {
  type: "subscribed";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: Subscribed;
}
/**
 * What is told from now on; null: everything.
 */
export interface Subscribed {
  subscribe: string[] | null;
  miners: string[] | null;
  every: number | null;
  /**
   * Whether figures that come together are told as `miners.delta`.
   */
  delta: boolean;
}
export interface ErrorFrame {
  type: "error";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: ErrorObject;
}
/**
 * What went wrong, for programs, for people, and in particular.
 */
export interface ErrorObject {
  code: string;
  /**
   * A sentence for a person, with what to do next.
   */
  message: string;
  details: ErrorDetails;
}
export interface PingFrame {
  type: "ping";
  /**
   * Of the newest event, or the one it tells.
   */
  seq: number;
  timestamp: string;
  data: Ping;
}
/**
 * Every 20 s; needs no answer.
 */
export interface Ping {}
