export * from './assets/mining-dashboard-BmWgs2WO.js';
