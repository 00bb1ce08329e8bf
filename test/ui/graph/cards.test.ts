import { expect, test } from 'vitest';
import type { Resource } from '../../../src/model/experiment.ts';
import { flowNode } from '../../../src/ui/graph/card/flow-node.ts';
import { shortType } from '../../../src/ui/graph/card/short-type.ts';
import { minimapScale, MINIMAP } from '../../../src/ui/graph/overlays/minimap-scale.ts';
import { borderSpeed } from '../../../src/ui/graph/pointer/border-pan.ts';
import { snapToGrid } from '../../../src/ui/graph/scene/card-size.ts';

const resource: Resource = { guid: 3, rtype: 'linux::Node', attributes: {}, traces: [] };

test('the same resource at the same place is the same node; elsewhere it keeps its data', () => {
  const node = flowNode(resource, { x: 0, y: 0 });
  expect(flowNode(resource, { x: 0, y: 0 })).toBe(node);
  const moved = flowNode(resource, { x: 20, y: 0 });
  expect(moved).not.toBe(node);
  expect(moved.data).toBe(node.data);
  expect(moved).toMatchObject({ width: 200, height: 72, measured: { width: 200, height: 72 } });
});

test('a long type loses its first parts', () => {
  expect(shortType('linux::Node')).toBe('linux::Node');
  expect(shortType('linux::ns3::dce::CCNApplication')).toBe('…dce::CCNApplication');
});

test('the grid knows no negative zero', () => {
  expect(Object.is(snapToGrid({ x: -3, y: 31 }).x, 0)).toBe(true);
  expect(snapToGrid({ x: -3, y: 31 }).y).toBe(40);
});

test('the minimap shows all, and leads back to where one points', () => {
  const scale = minimapScale({ x: -100, y: 50, width: 4000, height: 500 });
  const corner = scale.toMap({ x: 3900, y: 550 });
  expect(corner.x).toBeLessThanOrEqual(MINIMAP.width);
  expect(corner.y).toBeLessThanOrEqual(MINIMAP.height);
  expect(scale.toCanvas(corner).x).toBeCloseTo(3900, 6);
});

test('the picture moves only near its border, faster the nearer', () => {
  expect(borderSpeed(500, 0, 1000)).toBe(0);
  expect(borderSpeed(10, 0, 1000)).toBeGreaterThan(0);
  expect(borderSpeed(0, 0, 1000)).toBeGreaterThan(borderSpeed(20, 0, 1000));
  expect(borderSpeed(1000, 0, 1000)).toBeLessThan(0);
});
