/** `npm run graph`: which layer imports which, one line each, read from the sources. */
import { refuseArguments } from './option-values.ts';
import { runTool } from './run-tool.ts';

refuseArguments();

interface Module {
  source: string;
  dependencies: { resolved: string }[];
}

/** A file's layer: its folder in src, `entrypoints`, or the file itself where it stands alone in src. */
function layerOf(path: string): string | null {
  return /^(?:src\/([^/]+)|(entrypoints))(?:\/|$)/.exec(path)?.slice(1).find(Boolean) ?? null;
}

const args = ['entrypoints', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
const { isOk, output } = await runTool('depcruise', args);
if (!isOk) throw new Error(output);
const { modules } = JSON.parse(output) as { modules: Module[] };

const uses = new Map<string, Set<string>>();
for (const { source, dependencies } of modules) {
  const from = layerOf(source);
  if (!from) continue;
  const targets = uses.get(from) ?? new Set();
  uses.set(from, targets);
  for (const { resolved } of dependencies) {
    const to = layerOf(resolved);
    if (to && to !== from) targets.add(to);
  }
}
for (const [layer, targets] of [...uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${layer.padEnd(22)} → ${[...targets].sort().join(', ') || 'nothing'}`);
}
