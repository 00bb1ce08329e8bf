// How busy a page's main thread is, as Chromium itself sees it.
import type { CDPSession, Page } from 'playwright';

/** To be opened before the page is. */
export async function openSession(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  // Of the processor's time: what else the machine does is none of the page's.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Milliseconds of a processor that the main thread has used since the page began. */
export async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** Waits until the page has drawn and has nothing more to do. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 5; ) {
      const start = performance.now();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      quiet = performance.now() - start < 40 ? quiet + 1 : 0;
    }
  });
}

export interface LongestTask {
  /** By the clock, ms. Whatever else the machine does adds to it. */
  readonly wall: number;
  /** Of a processor's time, ms. */
  readonly processor: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * The longest task of the main thread while something goes on: for so long it answered to nobody.
 * The clock's longest and the processor's may be two different ones.
 */
export async function longestTask(page: Page, session: CDPSession, act: () => Promise<void>): Promise<LongestTask> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
  // Says which of the threads is the page's.
  await page.evaluate(() => performance.mark('bench'));
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const mark = events.find(({ name }) => name === 'bench')!;
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === mark.pid && tid === mark.tid,
  );
  return tasks.reduce(
    (longest, { dur = 0, tdur = dur }) => ({
      wall: Math.max(longest.wall, dur / 1000),
      // A thread's clock may be read late: a task can't have used more than its time.
      processor: Math.max(longest.processor, Math.min(dur, tdur) / 1000),
    }),
    { wall: 0, processor: 0 },
  );
}
