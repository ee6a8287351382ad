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

// The i18n library takes `chrome` when it is loaded; in a browser that is the extension's own.
const scope = globalThis as { chrome?: { i18n?: unknown } };
scope.chrome = { ...scope.chrome, i18n: { getMessage: (key: string) => find(key) } };
