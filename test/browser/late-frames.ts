// Frames that come late, as they do on a busy machine: what is put off to the next one happens after the next keys.
import type { Page } from '@playwright/test';

/** Holds back what asks for a frame from now on; returns what lets all of it happen, and frames come as they do. */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  const frames = await page.evaluateHandle(() => {
    const held: FrameRequestCallback[] = [];
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => held.push(callback);
    return {
      release() {
        window.requestAnimationFrame = request;
        for (const callback of held) callback(performance.now());
      },
    };
  });
  return () => frames.evaluate((them) => them.release());
}
