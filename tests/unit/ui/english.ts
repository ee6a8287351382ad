/** Lets unit tests read the English texts: import this first, before anything that translates. */
import english from '../../../assets/locales/en.json' with { type: 'json' };

function find(key: string, tree: unknown = english): string {
  if (typeof tree === 'string') return key === '' ? tree : '';
  for (const [name, branch] of Object.entries(tree as object)) {
    if (key === name) return find('', branch);
    if (key.startsWith(`${name}_`)) {
      const text = find(key.slice(name.length + 1), branch);
      if (text) return text;
    }
  }
  return '';
}

// The i18n library takes `browser` or `chrome` when it is loaded: the one that WXT's fake has put there, or ours.
interface Api {
  i18n?: { getMessage: (key: string) => string };
}
const scope = globalThis as { chrome?: Api; browser?: Api };
for (const api of [(scope.chrome ??= {}), scope.browser]) {
  if (api) api.i18n = { ...api.i18n, getMessage: (key) => find(key) };
}
