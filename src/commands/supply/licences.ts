/** The licences of the packages in a lock file, against a list of those that are allowed. Pure. */
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), link: z.boolean().optional() })),
});

export interface PackageLicence {
  name: string;
  licence: string;
}

/** What is bundled into the extension; everything else only builds and tests it. */
export const shippedPackages: readonly string[] = [
  '@floating-ui/core',
  '@floating-ui/utils',
  '@wxt-dev/browser',
  '@wxt-dev/i18n',
  '@wxt-dev/webextension-polyfill',
  'd3-array',
  'd3-color',
  'd3-dispatch',
  'd3-force',
  'd3-format',
  'd3-interpolate',
  'd3-quadtree',
  'd3-scale',
  'd3-time',
  'd3-time-format',
  'd3-timer',
  'internmap',
  'leven',
  'preact',
  'valibot',
  'webextension-polyfill',
  'wxt',
];

const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'Zlib']; // prettier-ignore
/** Copyleft by file: unchanged files of these may be shipped beside ours, as webextension-polyfill is. */
const byFile = ['MPL-2.0'];
/** What the lock file says in words of its own, and what that means. */
const spelling: Record<string, string> = { unlicense: 'Unlicense', BSD: 'BSD-3-Clause' };

/** Reads an SPDX expression of names joined by AND and OR (no nesting occurs in lock files beyond one bracket). */
export function isAllowed(expression: string): boolean {
  const allowed = [...permissive, ...byFile];
  return expression
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(spelling[one] ?? one)));
}

/** Throws when `lock` is no lock file of npm's. A package without a stated licence is a problem. */
export function licencesOf(lock: string): { packages: PackageLicence[]; problems: string[] } {
  const packages = Object.entries(lockSchema.parse(JSON.parse(lock)).packages)
    .filter(([path, { link }]) => path !== '' && !link)
    .map(([path, { license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      licence: license ?? 'none stated',
    }));
  const problems = packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, licence }) => `${name}: ${licence}`);
  return { packages, problems };
}
