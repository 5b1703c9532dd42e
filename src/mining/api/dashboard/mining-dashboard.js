export * from './assets/mining-dashboard-CY9_fA5e.js';
