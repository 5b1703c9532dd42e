export * from './assets/mining-dashboard-oIiv2kw3.js';
