export * from './assets/mining-dashboard-lyygCdny.js';
