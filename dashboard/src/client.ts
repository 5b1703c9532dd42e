// The client for other programs, as `mining-dashboard/client`: what the dashboard itself asks the rig with.
export { ApiError, asked, connect } from './api/client.js';
export type { Http, Miner, MiningEvent, Schemas, Stats, Transport } from './api/client.js';
export { patched } from './api/delta.js';
export type { Frame } from './api/frames.js';
export { Live } from './api/live.js';
export type { Connection, ConnectionState, LiveOptions } from './api/live.js';
