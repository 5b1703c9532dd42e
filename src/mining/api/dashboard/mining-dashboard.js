export * from './assets/mining-dashboard-38gmKnPe.js';
