export * from './assets/mining-dashboard-BGB_Wnbq.js';
