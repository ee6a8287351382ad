/** Bundles one module of ours with all that it imports into the text of a classic script, for pages without the extension. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Not minified, so that a profile or an error has the names of the source. `name` becomes the global of its exports. */
export async function bundleScript(entry: URL, name: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- a watcher, by Vite's types
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}
