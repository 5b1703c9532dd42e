export * from './assets/mining-dashboard-B1e1WJMQ.js';
