import { expect, test } from 'vitest';
import { recallView, rememberView } from '../../../src/app/page/remembered-view.ts';
import { createViewStore } from '../../../src/app/stores/view-store.ts';
import { makeStorage } from '../support.ts';

test('the view is as it was on the last visit', () => {
  const storage = makeStorage();
  const view = createViewStore();
  rememberView(view, storage);
  view.getState().set({ theme: 'dark', reading: 'conditions', snap: false, minimap: false });
  view.getState().fold('palette', true);
  expect(recallView(storage)).toEqual({
    theme: 'dark',
    reading: 'conditions',
    snap: false,
    minimap: false,
    folded: new Set(['palette']),
  });
});

test.each(['', 'null', '[]', '{', '{"theme":"pink","folded":"all","reading":7,"snap":"yes","minimap":1}'])(
  'what makes no sense (%j) is left out',
  (text) => {
    const storage = makeStorage();
    if (text) storage.setItem('nepi-studio.view', text);
    expect(recallView(storage)).toEqual({});
  },
);
