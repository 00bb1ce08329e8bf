// The page at 200 %: half the room, and nothing is lost.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from './studio.ts';

test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

const ITS_OWN_SCROLLER = ['auto', 'scroll'];

/** What sticks out of the window and can't be scrolled to. */
function lostControls(page: Page): Promise<readonly string[]> {
  return page.evaluate((scrolling) => {
    const lost: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(
      'button, input, select, [role=tab], [role=menuitem]',
    )) {
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      const inside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
      if (width === 0 || inside || !control.checkVisibility({ visibilityProperty: true })) continue;
      let around = control.parentElement;
      while (around) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (scrolling.includes(overflowX) || scrolling.includes(overflowY)) break;
        around = around.parentElement;
      }
      // Cards and edges are panned to.
      if (!around && !control.closest('.react-flow__viewport')) lost.push(control.outerHTML.slice(0, 120));
    }
    return lost;
  }, ITS_OWN_SCROLLER);
}

test('panels begin folded, one beside the canvas is open at a time, and all is within reach', async ({ studio }) => {
  const { page } = studio;
  await expect(studio.inspector).toBeHidden();
  const canvas = page.getByRole('region', { name: 'Canvas' });
  expect((await canvas.boundingBox())!.width).toBeGreaterThan(600);
  expect(await lostControls(page)).toEqual([]);

  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await expect(studio.inspector).toBeVisible();
  expect(await lostControls(page)).toEqual([]);
  await page.getByRole('button', { name: 'Palette', exact: true }).click();
  await expect(studio.inspector).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Types' })).toBeVisible();
  expect(await lostControls(page)).toEqual([]);
  await page.getByRole('button', { name: 'Palette', exact: true }).click();

  await page.getByRole('button', { name: 'Bottom panel', exact: true }).click();
  for (const tab of ['Log', 'Problems', 'Script', 'Timeline']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await lostControls(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  await expect(page.getByText(/Completed after/).first()).toBeVisible();
  expect(await lostControls(page)).toEqual([]);
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('on a low canvas the zoom stands beside the choice of the reading', async ({ studio }) => {
  const { page } = studio;
  await page.setViewportSize({ width: 640, height: 360 });
  await page.getByRole('button', { name: 'Bottom panel', exact: true }).click();
  const apart = async () => {
    const reading = (await page.getByRole('group', { name: 'Edges shown' }).boundingBox())!;
    const zoom = (await page.getByRole('group', { name: 'Zoom' }).boundingBox())!;
    return reading.x + reading.width <= zoom.x || reading.y + reading.height <= zoom.y;
  };
  await expect.poll(apart).toBe(true);
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  await expect(studio.inspector).toBeVisible();
  await expect.poll(apart).toBe(true);
  await expect(page.getByRole('button', { name: 'Conditions', exact: true })).toBeVisible();
});

test('with room again, the panels are as they were', async ({ studio }) => {
  const { page } = studio;
  await expect(studio.inspector).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(studio.inspector).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Types' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Timeline' })).toBeVisible();
});

test('dialogs fit, and scroll', async ({ studio }) => {
  const { page } = studio;
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await lostControls(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await studio.menu('Help', 'Take the tour');
  for (let step = 0; step < 6; step++) {
    await expect(page.getByRole('dialog').getByRole('button', { name: /Next|Done/ })).toBeInViewport();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('dialog')).toBeHidden();
});
