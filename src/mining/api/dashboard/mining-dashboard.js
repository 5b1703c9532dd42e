export * from './assets/mining-dashboard-QqbauC6_.js';
