// The client for other programs: one file, beside the dashboard's.
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'es2022',
    emptyOutDir: false,
    copyPublicDir: false,
    lib: { entry: 'src/client.ts', formats: ['es'], fileName: 'mining-client' },
  },
});
