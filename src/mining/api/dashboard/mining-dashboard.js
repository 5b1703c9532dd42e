export * from './assets/mining-dashboard-DvZQeeZS.js';
