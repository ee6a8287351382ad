/** Tests: `unit` runs in Node (a file asks for happy-dom in its first line), `e2e` drives real browsers. */
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/data/**/*.test.ts'],
          // Its text is written into the sheets of the marks; other style sheets are empty in tests.
          css: { include: [/highlights\.css/] },
          // Some read the whole dataset, and machines may be busy: a limit is there to end what hangs, not to time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          // Two files at a time: one alone leaves more than half of two cores idle, since most of it is waiting.
          maxWorkers: 2,
          // Browsers on a busy machine do miss a beat; `npm test` names every test that needed its second try.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What is waited for in a browser comes when the machine is free; the usual second is too short for that.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
