export * from './assets/mining-dashboard-9Q9mRD-6.js';
