export * from './assets/mining-dashboard-BENvtido.js';
