export * from './assets/mining-dashboard-BSj2xoo6.js';
