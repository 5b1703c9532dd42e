export * from './assets/mining-dashboard-Dsp8pfW1.js';
