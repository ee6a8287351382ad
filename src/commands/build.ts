/** `npm run build`: the extension for Chrome and Firefox, in .output/chrome-mv3 and .output/firefox-mv3. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'wxt';
import { refuseArguments } from './option-values.ts';
import { builtFolder, rootFolder } from './paths.ts';

refuseArguments();

const ignore = () => undefined;
/** WXT lists every file it packs, and there are more than a thousand; what is wrong has to stay visible. */
const logger = {
  debug: ignore,
  log: ignore,
  info: ignore,
  success: ignore,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  level: 1,
};

for (const browser of ['chrome', 'firefox']) {
  await build({ root: rootFolder, browser, manifestVersion: 3, logger });
}
for (const folder of Object.values(builtFolder)) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  console.log(`${relative(rootFolder, folder)}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
}
