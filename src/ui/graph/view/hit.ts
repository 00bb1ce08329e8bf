// What is under the pointer: an element when cards are elements, a card of the picture when they are drawn.
import type { WireKind } from './graph-store.ts';
import type { CardId } from '../scene/folds.ts';

export type Hit =
  | { readonly kind: 'handle'; readonly guid: CardId; readonly wire: WireKind }
  /** Of a resource, or of a collapsed group (groups/folds.ts). */
  | { readonly kind: 'card'; readonly guid: CardId }
  /** The frame of a group, by its place in the list. */
  | { readonly kind: 'group'; readonly place: number }
  /** By the id of its model. */
  | { readonly kind: 'edge'; readonly id: string }
  | { readonly kind: 'ground' }
  /** Something that minds its own business: a button, a small window. */
  | { readonly kind: 'other' };

const GROUND: Hit = { kind: 'ground' };
const OTHER: Hit = { kind: 'other' };

/** @param drawn finds what is drawn at the place of an event that met no element. */
export function hitOf(target: EventTarget | null, root: HTMLElement, drawn: () => Hit | undefined): Hit {
  if (!(target instanceof Element) || !root.contains(target)) return OTHER;
  const found = target.closest<HTMLElement>('[data-canvas-ui], [data-handle], [data-guid], [data-edge], [data-group]');
  if (!found || !root.contains(found)) return target.closest('.react-flow__pane') ? (drawn() ?? GROUND) : OTHER;
  const { handle, edge, group } = found.dataset;
  if (handle === 'connection' || handle === 'condition') {
    return { kind: 'handle', guid: guidOf(found), wire: handle };
  }
  if (edge !== undefined) return { kind: 'edge', id: edge };
  if (group !== undefined) return { kind: 'group', place: Number(group) };
  return found.dataset['guid'] === undefined ? OTHER : { kind: 'card', guid: guidOf(found) };
}

function guidOf(element: Element): CardId {
  return Number(element.closest<HTMLElement>('[data-guid]')?.dataset['guid']);
}
