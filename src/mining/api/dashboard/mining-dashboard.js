export * from './assets/mining-dashboard-CPNelHhi.js';
