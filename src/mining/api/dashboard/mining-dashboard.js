export * from './assets/mining-dashboard-C8u602J3.js';
