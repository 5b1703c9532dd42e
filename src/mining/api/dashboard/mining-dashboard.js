export * from './assets/mining-dashboard-Cg8GmyM4.js';
