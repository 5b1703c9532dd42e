export * from './assets/mining-dashboard-e9c5gdCT.js';
