export * from './assets/mining-dashboard-DJVxUg_s.js';
