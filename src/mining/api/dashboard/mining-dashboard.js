export * from './assets/mining-dashboard-DsAGaHXa.js';
