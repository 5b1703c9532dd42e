export * from './assets/mining-dashboard-B5bODctK.js';
