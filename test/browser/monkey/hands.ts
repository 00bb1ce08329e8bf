// Does the monkey's acts to a page.
import type { Page } from '@playwright/test';
import type { Act, Spot } from './acts.ts';

/** Controls that the monkey leaves alone: links lead away from the page. */
const CONTROLS =
  'button:not([disabled]), [role=menuitem], [role=tab], [role=treeitem], [role=option], [role=row], [role=combobox], input, textarea, select, [data-guid]';

export async function doAct(page: Page, act: Act): Promise<void> {
  const at = ({ x, y }: Spot): [number, number] => {
    const { width, height } = page.viewportSize()!;
    return [x * width, y * height];
  };
  switch (act.kind) {
    case 'press':
      return page.keyboard.press(act.keys);
    case 'click':
      return page.mouse.click(...at(act.spot), { button: act.button, clickCount: act.times });
    case 'control':
      return clickControl(page, act.which);
    case 'drag':
      await page.mouse.move(...at(act.from));
      await page.mouse.down();
      await page.mouse.move(...at(act.to), { steps: 4 });
      return page.mouse.up();
    case 'wheel':
      await page.mouse.move(...at(act.spot));
      if (act.zoom) await page.keyboard.down('Control');
      await page.mouse.wheel(0, act.by);
      if (act.zoom) await page.keyboard.up('Control');
      return;
    case 'type':
      return page.keyboard.insertText(act.text);
    case 'paste':
      return paste(page, act.text);
    case 'drop':
      return drop(page, act.text);
    case 'reload':
      await page.reload();
      await page.getByRole('banner').waitFor();
      return;
  }
}

/** Clicks the middle of one of the controls in sight, whatever lies above it. */
async function clickControl(page: Page, which: number): Promise<void> {
  const middle = await page.evaluate(
    ([selector, chosen]) => {
      const inSight = [...document.querySelectorAll(selector)]
        .map((control) => control.getBoundingClientRect())
        .filter(({ left, top, width, height }) => width && height && left >= 0 && top >= 0)
        .map(({ left, top, width, height }) => [left + width / 2, top + height / 2] as const)
        .filter(([x, y]) => x < innerWidth && y < innerHeight);
      return inSight[chosen % inSight.length];
    },
    [CONTROLS, which] as const,
  );
  if (middle) await page.mouse.click(...middle);
}

/** As Ctrl+V with this text on the clipboard, without asking the browser for its clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  const isLeft = await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    return target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  if (isLeft) await page.keyboard.insertText(text);
}

async function drop(page: Page, text: string): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([dropped], 'dropped.json', { type: 'application/json' }));
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, text);
}

/** Presses Escape until no window or menu is open. Throws when one stays. Notices are no windows: they may stay. */
export async function leaveAll(page: Page): Promise<void> {
  const windows = page.locator(':is([role=dialog], [role=alertdialog]):not([aria-modal=false]), [role=menu]');
  for (let pressed = 0; pressed < 8; pressed++) {
    await page.keyboard.press('Escape');
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await windows.first().waitFor({ state: 'hidden', timeout: 5000 });
}
