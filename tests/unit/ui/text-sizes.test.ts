/** The sizes of text on all screens, as their style sheets state them. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('text follows the size that the reader chose in the browser', () => {
  const sheets = readdirSync('assets').filter((file) => file.endsWith('.css'));
  const sizes = sheets.flatMap((file) =>
    [...readFileSync(`assets/${file}`, 'utf8').matchAll(/(?:font(?:-size)?|--text-\w+): ([^;]+);/g)].map(
      ([, size = '']) => `${file}: ${size}`,
    ),
  );
  expect(sizes.length).toBeGreaterThan(20);
  expect(sizes.filter((size) => /\dpx/.test(size))).toEqual([]);
});
