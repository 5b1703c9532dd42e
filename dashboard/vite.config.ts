import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

const project = readFileSync(new URL('../src/mining/__init__.py', import.meta.url), 'utf8');
const version = /__version__ = "(.+?)"/.exec(project)?.[1];
if (!version) throw new Error('src/mining/__init__.py names no version');

/** The page stands at the root and its files below it, also where a proxy puts both below a path of its own. */
const FILES = '/dashboard/';
function daemonLayout(): Plugin {
  return {
    name: 'daemon-layout',
    apply: 'build',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((each) => each.type === 'chunk' && each.isEntry && each.name === 'mining-dashboard');
      if (!entry) this.error('there is no entry');
      const source = `export * from './${entry.fileName}';\n`; // a stable name for pages that embed the element
      this.emitFile({ type: 'asset', fileName: 'mining-dashboard.js', source });
    },
    transformIndexHtml: { order: 'post', handler: (html) => html.replaceAll(`"${FILES}`, `".${FILES}`) },
  };
}

/** The licences of the packages whose code is in the bundle, which want to be passed on with it. */
function licenses(): Plugin {
  return {
    name: 'licenses',
    apply: 'build',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []));
      const texts = [...folders].sort().map((folder) => {
        const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
        return `${name} ${version}\n\n${readFileSync(`${folder}/LICENSE`, 'utf8').trim()}\n`; // without one its code may not be here
      });
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

export default defineConfig(({ command }) => ({
  base: command === 'build' ? FILES : '/',
  plugins: [daemonLayout(), licenses()],
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    target: 'es2022',
    modulePreload: false, // its addresses would be those of the page around
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      input: { index: 'index.html', 'mining-dashboard': 'src/mining-dashboard.ts' },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
  server: { proxy: { '/api': { target: process.env['MINING_API'] ?? 'http://127.0.0.1:8080', ws: true } } },
  test: { environment: 'happy-dom', isolate: false, include: ['tests/**/*.test.ts'] },
}));
