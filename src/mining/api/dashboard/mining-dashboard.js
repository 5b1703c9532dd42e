export * from './assets/mining-dashboard-Bx8gwT6Z.js';
