export * from './assets/mining-dashboard-DzxUIxts.js';
