export * from './assets/mining-dashboard-6nkp1h1Z.js';
