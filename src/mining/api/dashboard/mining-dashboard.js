export * from './assets/mining-dashboard-CkRiNEA3.js';
