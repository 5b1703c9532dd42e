export * from './assets/mining-dashboard-CIfdJrxR.js';
