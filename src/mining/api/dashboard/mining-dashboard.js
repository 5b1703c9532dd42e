export * from './assets/mining-dashboard-Dx2FEo5Q.js';
