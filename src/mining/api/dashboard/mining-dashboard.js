export * from './assets/mining-dashboard-C0sJ8Frx.js';
