import { type RefObject, useLayoutEffect } from 'react';
import type { Guid } from '../../../model/units.ts';
import { useStudio } from '../../context/studio-context.tsx';
import type { CardId } from '../scene/folds.ts';
import type { Point } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';

/**
 * Keeps the cards that are dragged where they are by now, past React and React Flow, which would go through all that is on
 * screen in each frame. To them the cards stay where they were, until they are let go.
 */
export function useDraggedCards(flow: RefObject<HTMLElement | null>, scene: Scene): void {
  const { view } = useStudio();
  useLayoutEffect(() => {
    let elements: ReadonlyMap<CardId, HTMLElement> = new Map();
    function put(cards: readonly CardId[], dragging: ReadonlyMap<Guid, Point> | undefined) {
      // Those that had not been on screen come into being while they are dragged.
      if (!cards.every((card) => elements.get(card)?.isConnected)) elements = cardElements(flow.current);
      const { boxOf } = groundOf(scene, dragging);
      for (const card of cards) {
        const element = elements.get(card);
        const box = element && boxOf(card);
        if (box) element.style.transform = `translate(${box.x}px,${box.y}px)`;
      }
    }
    const cardsOf = (dragging: ReadonlyMap<Guid, Point>) => [...new Set([...dragging.keys()].map(scene.folds.cardOf))];
    const { dragging } = view.getState();
    if (dragging) put(cardsOf(dragging), dragging);
    return view.subscribe((now, before) => {
      const moved = now.dragging ?? before.dragging;
      if (moved && now.dragging !== before.dragging) put(cardsOf(moved), now.dragging);
    });
  }, [flow, scene, view]);
}

function cardElements(flow: HTMLElement | null): ReadonlyMap<CardId, HTMLElement> {
  const all = flow?.querySelectorAll<HTMLElement>('.react-flow__node') ?? [];
  return new Map([...all].map((element) => [Number(element.dataset['id']), element]));
}
