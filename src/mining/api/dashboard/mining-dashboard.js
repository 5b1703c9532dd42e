export * from './assets/mining-dashboard-CBadp0Gz.js';
