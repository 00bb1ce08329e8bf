// Panels scroll, the page doesn't.
import { expect, test } from './studio.ts';

test('a long script makes its panel scroll, not the page, whatever key is pressed', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'long',
    resources: [{ guid: 1, rtype: 'linux::Node', position: { x: 0, y: 0 } }],
    script: Array.from({ length: 40 }, () => ({ op: 'deploy', resources: [1] })),
  });
  await page.getByRole('tab', { name: 'Script' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Script' }).getByRole('listitem')).not.toHaveCount(0);
  await studio.card(1).click();
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  const whole = await page.evaluate(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    return { scrollTop, isLonger: scrollHeight > clientHeight };
  });
  expect(whole).toEqual({ scrollTop: 0, isLonger: false });
});
