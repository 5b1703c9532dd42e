export * from './assets/mining-dashboard-CNb4AKOi.js';
