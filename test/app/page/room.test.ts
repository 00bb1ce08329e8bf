import { expect, test } from 'vitest';
import { createRoom, type Media, WIDE } from '../../../src/app/page/room.ts';
import { recallView, rememberView } from '../../../src/app/page/remembered-view.ts';
import { createViewStore } from '../../../src/app/stores/view-store.ts';
import { makeStorage } from '../support.ts';

/** A window that is made wider, narrower, higher and lower. */
function makeWindow(wide: boolean, tall: boolean) {
  const now = { wide, tall };
  const heard = new Set<() => void>();
  const media = (query: string): Media => ({
    get matches() {
      return query === WIDE ? now.wide : now.tall;
    },
    addEventListener: (_type, listener) => void heard.add(listener),
    removeEventListener: (_type, listener) => void heard.delete(listener),
  });
  const resize = (change: Partial<typeof now>) => {
    Object.assign(now, change);
    for (const listener of heard) listener();
  };
  return { media, resize };
}

test('with room for everything nothing is folded', () => {
  const view = createViewStore();
  createRoom(view, makeWindow(true, true).media).follow();
  expect(view.getState().folded.size).toBe(0);
});

test('what does not fit folds, and unfolds when there is room again; what the user folded does not', () => {
  const view = createViewStore();
  const { media, resize } = makeWindow(true, true);
  createRoom(view, media).follow();
  view.getState().fold('inspector', true);
  resize({ wide: false, tall: false });
  expect([...view.getState().folded].sort()).toEqual(['bottom', 'inspector', 'palette']);
  resize({ wide: true });
  expect([...view.getState().folded].sort()).toEqual(['bottom', 'inspector']);
  resize({ tall: true });
  expect([...view.getState().folded]).toEqual(['inspector']);
});

test('in a narrow window one panel beside the canvas makes room for the other', () => {
  const view = createViewStore();
  createRoom(view, makeWindow(false, true).media).follow();
  view.getState().fold('palette', false);
  expect([...view.getState().folded]).toEqual(['inspector']);
  view.getState().fold('inspector', false);
  expect([...view.getState().folded]).toEqual(['palette']);
  view.getState().fold('inspector', true);
  expect([...view.getState().folded].sort()).toEqual(['inspector', 'palette']);
});

test('what only has no room is not remembered as folded', () => {
  const view = createViewStore({ folded: new Set(['bottom'] as const) });
  const storage = makeStorage();
  const room = createRoom(view, makeWindow(false, false).media);
  rememberView(view, storage, room.folded);
  view.getState().fold('palette', false);
  expect(recallView(storage).folded).toEqual(new Set(['bottom']));
});
