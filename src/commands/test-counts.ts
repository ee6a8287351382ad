/** Reads Vitest's JSON report into counts that cannot hide a file that failed to load, or a test that did not run. */
import { z } from 'zod';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export interface TestCounts {
  passed: number;
  failed: number;
  /** Full names of the tests that ran and passed. */
  passedNames: string[];
  /** Of those, the ones that passed only when tried again, with what failed at first. */
  retried: { name: string; message: string }[];
  /** Full names of the tests that did not run. */
  skippedNames: string[];
  /** What is wrong beside failed assertions: files that did not load. */
  problems: string[];
}

/** Throws when `json` is no report of Vitest's `json` reporter. */
export function countTests(json: string): TestCounts {
  const counts: TestCounts = {
    passed: 0,
    failed: 0,
    passedNames: [],
    retried: [],
    skippedNames: [],
    problems: [],
  };
  for (const file of reportSchema.parse(JSON.parse(json)).testResults) {
    const tests = file.assertionResults;
    for (const { status, fullName, failureMessages } of tests) {
      if (status === 'passed') {
        counts.passedNames.push(fullName);
        const message = failureMessages?.[0];
        if (message !== undefined) counts.retried.push({ name: fullName, message });
      } else if (status === 'failed') counts.failed += 1;
      else counts.skippedNames.push(fullName);
    }
    const isBroken = file.status === 'failed' && !tests.some(({ status }) => status === 'failed');
    if (isBroken || tests.length === 0) {
      counts.failed += 1;
      counts.problems.push(`${file.name}: ${file.message ?? 'has no test'}`);
    }
  }
  counts.passed = counts.passedNames.length;
  return counts;
}
