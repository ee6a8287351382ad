// @vitest-environment happy-dom
/** More blocks and marks than a call takes arguments. */
import { expect, it } from 'vitest';
import type { PageMark } from '../../../src/page/page-model.ts';
import { blocksInOrder, createPageRoot } from '../../../src/page/page-root.ts';
import { createPaintPlan } from '../../../src/page/paint-plan.ts';
import type { Painter } from '../../../src/page/paint-marks.ts';

const many = 1_000_000;

it('puts the blocks of a page and of a tree in it in order', () => {
  document.body.innerHTML = '<p>NSO Group</p><div></div>';
  const [p, host] = document.body.children;
  const top = createPageRoot(document, null, null);
  const inner = createPageRoot(host!.attachShadow({ mode: 'open' }), host!, top);
  const block = { nodes: [p!.firstChild] } as unknown as (typeof top.blocks)[number];
  for (let k = 0; k < many; k++) top.blocks.push(block);
  inner.blocks.push({ ...block }, { ...block });
  const ordered = blocksInOrder(top);
  expect(ordered).toHaveLength(many + 2);
  expect(ordered.slice(-3)).toEqual([block, ...inner.blocks]);
});

it('takes away all marks of a block', () => {
  let unpainted = 0;
  const unpaint = () => unpainted++;
  const plan = createPaintPlan(
    { unpaint, count: () => 0 } as unknown as Painter,
    () => false,
    () => [],
    () => 0,
  );
  plan.drop(Array.from({ length: many }, () => ({}) as PageMark));
  plan.paint();
  expect(unpainted).toBe(many);
});
