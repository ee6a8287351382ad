/** Bundles an app of tests/apps into one script for a page, with the framework as developers run it: with its warnings. */
import { join } from 'node:path';
import { compile, compileModule } from 'svelte/compiler';
import { build, type Rolldown } from 'vite';
import { rootFolder } from '../../../src/commands/paths.ts';

/** The script sets `window.app` to what the app's file exports. */
export const bundleApp = (name: string): Promise<string> => bundle(name, 'client');

/** The same for a server: a module without imports, as text. */
export const bundleForServer = (name: string): Promise<string> => bundle(name, 'server');

async function bundle(name: string, generate: 'client' | 'server'): Promise<string> {
  const built = await build({
    configFile: false,
    root: join(rootFolder, 'tests/apps'),
    logLevel: 'silent',
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    resolve: {
      alias: { vue: 'vue/dist/vue.esm-bundler.js' },
      conditions: [
        ...(generate === 'client' ? ['browser'] : []),
        'development',
        'module',
        'import',
        'default',
      ],
    },
    plugins: [
      {
        name: 'svelte',
        transform(code, filename) {
          const options = { filename, dev: true, generate };
          if (filename.endsWith('.svelte')) return compile(code, { ...options, css: 'injected' }).js.code;
          return filename.endsWith('.svelte.js') ? compileModule(code, options).js.code : null;
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
      lib: {
        entry: `${name}.js`,
        formats: [generate === 'client' ? 'iife' : 'es'],
        name: 'app',
        fileName: 'app',
      },
    },
  });
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput;
  return output[0].code;
}
