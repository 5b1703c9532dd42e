export * from './assets/mining-dashboard-DerZSzQU.js';
