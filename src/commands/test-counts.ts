/** Reads Vitest's JSON report into counts that cannot hide a file that failed to load or a test that was skipped. */
import { z } from 'zod';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

export interface TestCounts {
  passed: number;
  failed: number;
  /** Full names of the tests that ran and passed. */
  passedNames: string[];
  /** What is wrong beside failed assertions: files that did not load, tests that were skipped. */
  problems: string[];
}

/** Throws when `json` is no report of Vitest's `json` reporter. */
export function countTests(json: string): TestCounts {
  const counts: TestCounts = { passed: 0, failed: 0, passedNames: [], problems: [] };
  for (const file of reportSchema.parse(JSON.parse(json)).testResults) {
    const tests = file.assertionResults;
    for (const { status, fullName } of tests) {
      if (status === 'passed') {
        counts.passed += 1;
        counts.passedNames.push(fullName);
        continue;
      }
      counts.failed += 1;
      if (status !== 'failed') counts.problems.push(`${file.name}: "${fullName}" was not run (${status})`);
    }
    const isBroken = file.status === 'failed' && !tests.some(({ status }) => status === 'failed');
    if (isBroken || tests.length === 0) {
      counts.failed += 1;
      counts.problems.push(`${file.name}: ${file.message ?? 'has no test'}`);
    }
  }
  return counts;
}
