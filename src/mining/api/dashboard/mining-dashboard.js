export * from './assets/mining-dashboard-C-cfkBSa.js';
