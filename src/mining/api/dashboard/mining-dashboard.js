export * from './assets/mining-dashboard-xmt4QkqZ.js';
