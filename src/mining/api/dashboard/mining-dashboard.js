export * from './assets/mining-dashboard-B2ucpFEr.js';
