export * from './assets/mining-dashboard-Splkf4Gh.js';
