export * from './assets/mining-dashboard-BU5dc5qo.js';
