// Something done once a frame, as a hand on the mouse would, and what each frame costs.
import type { CDPSession, Page } from 'playwright';
import { median } from '../measure.ts';
import { settle, taskTime } from './main-thread.ts';

export interface FrameCost {
  /** The median time between two frames, ms. */
  readonly frame: number;
  /** The mean main-thread time of a frame, ms. */
  readonly task: number;
}

/** Measures what frames cost in which `step` is done, in the page, with the frame's number. */
export async function costOfFrames(
  page: Page,
  session: CDPSession,
  step: (frame: number) => void,
  count = 40,
): Promise<FrameCost> {
  await settle(page);
  await page.addScriptTag({ content: `window.benchStep = ${step.toString()}` });
  const before = await taskTime(session);
  const times = await page.evaluate(async (frames) => {
    const { benchStep } = window as unknown as { benchStep: (frame: number) => void };
    const spent: number[] = [];
    let last = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < frames; frame++) {
      benchStep(frame);
      const now = await new Promise(requestAnimationFrame);
      spent.push(now - last);
      last = now;
    }
    return spent;
  }, count);
  return { frame: median(times), task: ((await taskTime(session)) - before) / count };
}

interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly button: number;
}

/** Presses the pointer, in the page, where it will move around; from within, so that nothing else is measured. */
export async function press(page: Page, pointer: Pointer): Promise<void> {
  await page.evaluate(({ x, y, button }) => {
    Object.assign(window, { benchPointer: { x, y, button } });
    const options = {
      bubbles: true,
      cancelable: true,
      view: window,
      clientX: x,
      clientY: y,
      button,
      buttons: button === 1 ? 4 : 1,
      isPrimary: true,
      pointerId: 1,
      pointerType: 'mouse',
    };
    const target = document.elementFromPoint(x, y)!;
    target.dispatchEvent(new PointerEvent('pointerdown', options));
    target.dispatchEvent(new MouseEvent('mousedown', options));
  }, pointer);
}

/**
 * A step for {@link costOfFrames}: moves the pressed pointer in a circle. All listeners hear it as they hear a hand. With
 * Alt, past the grid: what is dragged moves in each frame, on any page.
 */
export function moveInCircle(frame: number): void {
  const { x, y, button } = (window as unknown as { benchPointer: Pointer }).benchPointer;
  const options = {
    bubbles: true,
    altKey: true,
    view: window,
    clientX: x + Math.sin(frame / 6) * 120,
    clientY: y + Math.cos(frame / 6) * 60 - 60,
    buttons: button === 1 ? 4 : 1,
    isPrimary: true,
    pointerId: 1,
    pointerType: 'mouse',
  };
  window.dispatchEvent(new PointerEvent('pointermove', options));
  window.dispatchEvent(new MouseEvent('mousemove', options));
}

/** Megabytes of the page's heap, what nobody needs any more left out. */
export async function heapUsed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (let turn = 0; turn < 4; turn++) {
      (window as unknown as { gc: () => void }).gc();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6;
  });
}
