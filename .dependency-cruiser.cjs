/**
 * The layers, as rules. Each layer imports only from those right of it:
 *
 *   entrypoints → content, background, popup, profile, … → card, page → ui → settings, messages → match, dataset → nothing
 *
 * `compile` and `commands` run in Node only. A rule says what is forbidden; its comment says why.
 */

/** Folders whose code runs in the extension, by layer, the lowest first. */
const layers = [
  ['match', 'dataset'],
  ['settings', 'messages'],
  ['ui'],
  ['card', 'page'],
  ['content', 'background', 'popup', 'profile', 'directory', 'options', 'welcome'],
];

/** A regular expression for the files of these layers: a folder, or files that begin with the name. */
const inLayers = (names) => `^src/(${names.join('|')})[/.-]`;
const screens = ['popup', 'profile', 'directory', 'options', 'welcome'];
const nodeOnly = ['compile', 'commands'];

/** Where the extension API may be touched; everything else gets what it needs passed in. */
const apiUsers =
  '^(entrypoints/|src/settings/store\\.ts$|src/messages[a-z-]*\\.ts$|src/ui/translate\\.ts$|node_modules/)';

const upward = layers.slice(0, -1).map((names, index) => ({
  name: `no-upward-import-from-${names.join('-and-')}`,
  comment: 'A layer that knows the one above it cannot be read, tested or replaced without it.',
  severity: 'error',
  from: { path: inLayers(names) },
  to: { path: [inLayers(layers.slice(index + 1).flat()), '^entrypoints/'] },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'match-stands-alone',
      comment: 'Matching is the same in page, annotate and eval because it touches nothing but text.',
      severity: 'error',
      from: { path: '^src/match/' },
      to: { pathNot: '^src/match/' },
    },
    {
      name: 'dataset-knows-only-the-schema-library',
      comment: 'The dataset is the same in Node, background and screens.',
      severity: 'error',
      from: { path: '^src/dataset/' },
      to: { pathNot: ['^src/dataset/', '^node_modules/zod/'] },
    },
    {
      name: 'page-and-card-apart',
      comment: 'Finding and painting do not know of hovering, nor the reverse; src/content joins them.',
      severity: 'error',
      from: { path: '^src/(page|card)/' },
      to: { path: '^src/(page|card)/', pathNot: '^src/$1/' },
    },
    {
      name: 'screens-and-processes-apart',
      comment: 'What two screens share belongs to src/ui; processes speak through src/messages.ts.',
      severity: 'error',
      from: { path: `^src/(${[...screens, 'background', 'content'].join('|')})/` },
      to: {
        path: `^src/(${[...screens, 'background', 'content'].join('|')})/`,
        pathNot: '^src/$1/',
      },
    },
    {
      name: 'browser-api-only-at-the-edge',
      comment:
        'Everything else is tested without a browser, with what it needs passed in. (i18n/dist/build runs in Node.)',
      severity: 'error',
      from: { pathNot: apiUsers },
      to: {
        path: ['^node_modules/wxt/dist/browser', '^node_modules/@wxt-dev/(browser|i18n)/(?!dist/build)'],
      },
    },
    {
      name: 'one-browser-object',
      comment: 'The test fake replaces wxt/browser and nothing else.',
      severity: 'error',
      from: {},
      to: { path: '^node_modules/webextension-polyfill/' },
    },
    {
      name: 'node-code-stays-out-of-the-extension',
      comment: 'compile and commands read files and start programs.',
      severity: 'error',
      from: { path: ['^entrypoints/', inLayers(layers.flat())] },
      to: { path: `^src/(${nodeOnly.join('|')})/` },
    },
    {
      name: 'no-node-modules-of-node-in-the-extension',
      severity: 'error',
      from: { path: ['^entrypoints/', inLayers(layers.flat())] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'compile-does-not-know-commands',
      severity: 'error',
      from: { path: '^src/compile/' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'nobody-imports-entrypoints',
      severity: 'error',
      from: { path: '^(src|entrypoints)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/[^/]+/' },
    },
    {
      name: 'no-cycle',
      comment: 'Files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment:
        'A file that nothing uses is dead, or has lost its user. Commands are started by package.json.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^src/commands/[^/]+\\.(ts|mjs)$', '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'no-unknown-import',
      severity: 'error',
      from: {},
      // Compiled data are not there before `npm run data:compile`.
      to: { couldNotResolve: true, pathNot: 'data/compiled/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
