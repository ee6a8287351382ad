/** The colours of the marks: seen on any page, the same in screens, and the safe ones apart with colour blindness. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSettings, markStyle, settingsSchema } from '../../../src/settings/settings.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const highlights = file('src/page/highlights.css');
const tokens = file('assets/tokens.css');
const standings = ['listed', 'was-listed', 'none'] as const;
type Colour = readonly [number, number, number];

/** The rules of one highlight, joined. */
const rulesOf = (name: string) =>
  [...highlights.matchAll(/((?:::highlight\([\w-]+\)[,\s]*)+)\{([^}]*)\}/g)]
    .filter(([, selectors]) => selectors!.includes(`(${name})`))
    .map(([, , body]) => body)
    .join('\n');
const lineOf = (name: string) => /text-decoration: ([^!;]+) !important/.exec(rulesOf(name))?.[1] ?? '';

const linear = (hex: string): Colour =>
  [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
/** WCAG 2.2's relative luminance. */
const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB; the first is sight without a deficiency. */
const sights: Record<string, readonly number[]> = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
function seen(matrix: readonly number[], [r, g, b]: Colour): Colour {
  return [0, 3, 6].map((row) =>
    Math.min(1, Math.max(0, matrix[row]! * r + matrix[row + 1]! * g + matrix[row + 2]! * b)),
  ) as unknown as Colour;
}
/** CIELAB, D65. */
function lab([r, g, b]: Colour): Colour {
  const part = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = part((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = part(luminance([r, g, b]));
  const z = part((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const distance = (one: Colour, other: Colour) => Math.hypot(...one.map((value, k) => value - other[k]!));

describe('highlights', () => {
  const styles = settingsSchema.entries.lineStyle.options.flatMap((lineStyle) =>
    settingsSchema.entries.palette.options.map((palette) => markStyle({ lineStyle, palette })),
  );
  test.each(styles)('%s has a line of its own kind for each standing', (style) => {
    const lines = standings.map((standing) => lineOf(`sidelight-${standing}-${style}`));
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['solid', 'dashed', 'dotted']);
    for (const standing of standings) {
      expect(rulesOf(`sidelight-${standing}-${style}`).includes('background-color')).toBe(
        style.includes('tint'),
      );
    }
  });
  test('the default is the plain line', () => expect(markStyle(defaultSettings)).toBe('line'));
});

describe.each(['standard', 'safe'] as const)('the %s colours', (palette) => {
  const suffix = palette === 'standard' ? '' : `-${palette}`;
  const colours = standings.map((standing) =>
    lineOf(`sidelight-${standing}-line${suffix}`).split(' ').at(-1)!,
  );
  test('have 3:1 on white and on black', () => {
    for (const colour of colours) {
      const light = luminance(linear(colour));
      expect(1.05 / (light + 0.05)).toBeGreaterThanOrEqual(3);
      expect((light + 0.05) / 0.05).toBeGreaterThanOrEqual(3);
    }
  });
  test('are the same in the screens', () => {
    const block = palette === 'standard' ? tokens : tokens.slice(tokens.indexOf("[data-palette='safe']"));
    expect(standings.map((standing) => new RegExp(`--mark-${standing}: (#\\w+)`).exec(block)?.[1])).toEqual(
      colours,
    );
  });
});

test.each(Object.entries(sights))('the safe colours stay far apart: %s', (_, matrix) => {
  const shown = standings.map((standing) =>
    lab(seen(matrix, linear(lineOf(`sidelight-${standing}-line-safe`).split(' ').at(-1)!))),
  );
  expect(distance(shown[0]!, shown[1]!)).toBeGreaterThan(40);
  expect(distance(shown[0]!, shown[2]!)).toBeGreaterThan(40);
  expect(distance(shown[1]!, shown[2]!)).toBeGreaterThan(40);
});
