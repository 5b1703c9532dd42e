export * from './assets/mining-dashboard-CWG4HpzR.js';
