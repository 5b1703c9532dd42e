export * from './assets/mining-dashboard-D2OLWw3D.js';
