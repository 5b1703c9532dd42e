export * from './assets/mining-dashboard-IOFNrLb7.js';
