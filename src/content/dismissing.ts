/** Makes and takes back a reader's "not this one" choices in one page: what is stored, and what only this page remembers. */
import { dismissalFor, dismissalScopes, keptScopes, type DismissalScope } from '../settings/dismissals.ts';
import type { Dismissal } from '../settings/settings.ts';
import type { ContentPlatform } from './platform.ts';
import { today } from './today.ts';

export interface Dismissing {
  /** Choices for one page or site in a private window: stored, they would tell where the reader was. */
  unkept(): readonly Dismissal[];
  /** How far a choice made now can reach. */
  scopes(): readonly DismissalScope[];
  /** Resolves to whether the choice holds. */
  dismiss(name: { entity: string; name: string }, scope: DismissalScope): Promise<boolean>;
  /** Takes back the last choice; resolves to whether that was kept. */
  undo(): Promise<boolean>;
}

interface DismissingOptions {
  document: Document;
  platform: Pick<ContentPlatform, 'isPrivate' | 'dismiss' | 'undoDismissal'>;
  /** False once the extension is gone, for which it then cares too. */
  checkAlive: () => boolean;
  /** Other choices are unkept now. Of stored ones the settings tell. */
  onUnkept: () => void;
}

export function createDismissing({
  document,
  platform,
  checkAlive,
  onUnkept,
}: DismissingOptions): Dismissing {
  let unkept: readonly Dismissal[] = [];
  let last: Dismissal | null = null;

  function setUnkept(dismissals: readonly Dismissal[]): true {
    unkept = dismissals;
    onUnkept();
    return true;
  }

  async function store(keep: () => Promise<void>): Promise<boolean> {
    if (!checkAlive()) return false;
    try {
      await keep();
      return true;
    } catch {
      checkAlive();
      return false;
    }
  }

  return {
    unkept: () => unkept,
    scopes: () => (platform.isPrivate ? dismissalScopes : keptScopes(document.URL)),
    async dismiss(name, scope) {
      const added = dismissalFor(name, scope, document.URL, today());
      last = added;
      if (platform.isPrivate && scope !== 'everywhere') return setUnkept([...unkept, added]);
      return store(() => platform.dismiss(added));
    },
    async undo() {
      const dropped = last;
      if (!dropped) return true;
      if (unkept.includes(dropped)) return setUnkept(unkept.filter((other) => other !== dropped));
      return store(() => platform.undoDismissal(dropped));
    },
  };
}
