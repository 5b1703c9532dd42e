export * from './assets/mining-dashboard-grx-vPZw.js';
