export * from './assets/mining-dashboard-9lV3n6Lz.js';
