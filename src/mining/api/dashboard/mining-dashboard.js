export * from './assets/mining-dashboard-Doe0eUgw.js';
