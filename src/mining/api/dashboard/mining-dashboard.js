export * from './assets/mining-dashboard-BmZmz8qD.js';
