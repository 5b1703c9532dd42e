export * from './assets/mining-dashboard-aPPCrMFY.js';
