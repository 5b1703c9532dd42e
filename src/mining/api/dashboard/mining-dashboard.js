export * from './assets/mining-dashboard-iylf6yJC.js';
