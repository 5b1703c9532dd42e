export * from './assets/mining-dashboard-CStZ9biF.js';
