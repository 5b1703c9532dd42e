export * from './assets/mining-dashboard-DCRO7-XK.js';
