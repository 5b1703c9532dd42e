export * from './assets/mining-dashboard-Bgro88d5.js';
