export * from './assets/mining-dashboard-CbfUEzO1.js';
