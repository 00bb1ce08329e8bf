// A page on a busy machine: what is put off to the next frame, or to later, happens after the next keys.
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

/** As {@link holdFrames}, of what asks to be done as soon as all that is going on has come to an end. */
export async function holdTimers(page: Page): Promise<() => Promise<void>> {
  const timers = await page.evaluateHandle(() => {
    const held: (() => void)[] = [];
    const start = window.setTimeout;
    window.setTimeout = ((run: () => void, ms = 0) =>
      ms > 0 ? start(run, ms) : held.push(run)) as typeof window.setTimeout;
    return {
      release() {
        window.setTimeout = start;
        for (const run of held) run();
      },
    };
  });
  return () => timers.evaluate((them) => them.release());
}

/** Lets some frames and short timers come late from the beginning, at random. */
export async function makeLate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    const cancel = window.cancelAnimationFrame.bind(window);
    const start = window.setTimeout.bind(window);
    const isLate = () => Math.random() < 0.3;

    const frames = new Map<number, number>();
    let last = 0;
    window.requestAnimationFrame = (callback) => {
      const id = ++last;
      let more = isLate() ? Math.floor(Math.random() * 8) : 0;
      const wait = (time: number) => {
        if (more-- > 0) return void frames.set(id, request(wait));
        frames.delete(id);
        callback(time);
      };
      frames.set(id, request(wait));
      return id;
    };
    window.cancelAnimationFrame = (id) => cancel(frames.get(id) ?? 0);
    window.setTimeout = ((run: TimerHandler, ms = 0, ...rest: unknown[]) =>
      start(run, ms < 20 && isLate() ? ms + Math.random() * 120 : ms, ...rest)) as typeof window.setTimeout;
  });
}
