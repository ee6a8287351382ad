/** What `inExtension` functions may call; the rest of the extension API is not needed by the tests. */
declare namespace globalThis {
  // eslint-disable-next-line no-var -- only `var` declares a property of globalThis
  var browser: {
    action: { getBadgeText(details: { tabId: number }): Promise<string> };
    contextMenus: { update(id: string, change: object): Promise<void> };
    extension: { inIncognitoContext: boolean };
    windows: { create(window: { incognito: boolean; url: string }): Promise<unknown> };
    tabs: {
      create(tab: { url: string; active: boolean }): Promise<{ id: number }>;
      discard(tabId: number): Promise<{ id?: number } | undefined>;
      get(tabId: number): Promise<{ discarded: boolean }>;
      query(tabs: { url: string }): Promise<{ id: number }[]>;
      update(tabId: number, change: { active: boolean }): Promise<unknown>;
      sendMessage(tabId: number, message: unknown, options?: { frameId: number }): Promise<unknown>;
    };
    storage: {
      onChanged: { addListener(listener: () => void): void };
      local: {
        get(keys?: string | null): Promise<Record<string, unknown>>;
        set(items: object): Promise<void>;
        clear(): Promise<void>;
        remove(keys: string[]): Promise<void>;
      };
    };
    scripting: {
      executeScript<Result>(injection: {
        target: { tabId: number };
        func: (given: string) => Result;
        args: [string];
      }): Promise<{ result: Result }[]>;
    };
    runtime: {
      onMessage: {
        addListener(listener: (message: { type: string; texts?: { text: string }[] }) => void): void;
      };
      getManifest(): { version: string };
      getBackgroundPage(): Promise<{ browser: typeof browser }>;
    };
  };
}
