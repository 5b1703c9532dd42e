export * from './assets/mining-dashboard-Dz7y2lIU.js';
