// The canvas beside plain React Flow, both built for production, in one run of one browser, turn by turn.
import type { CDPSession, Page } from 'playwright';
import { type BenchBrowser, withBenchBrowser } from '../browser/bench-browser.ts';
import { costOfFrames, type FrameCost, heapUsed, moveInCircle, press } from '../browser/frames.ts';
import { settle, taskTime } from '../browser/main-thread.ts';
import { type BenchResult, median } from '../measure.ts';

const ROUNDS = 3;
/** Frames of a few milliseconds differ more from one time to the next. */
const ROUNDS_OF_SHORT_FRAMES = 7;

interface Case {
  readonly name: string;
  readonly nodes: number;
  /** React Flow draws only what is visible. */
  readonly visible?: boolean;
  /** Gives the figure that is compared, of a page that is drawn. */
  readonly measure: (page: Page, session: CDPSession) => Promise<number>;
  readonly unit: 'ms' | 'MB';
  /** The ratio that must not be exceeded. */
  readonly bar: number;
  readonly rounds?: number;
}

const frameOf = ({ frame }: FrameCost) => frame;
const taskOf = ({ task }: FrameCost) => task;
const of =
  (figure: (cost: FrameCost) => number, act: (page: Page, session: CDPSession) => Promise<FrameCost>) =>
  async (page: Page, session: CDPSession) =>
    figure(await act(page, session));

/** Measured with frames that follow one another as fast as they can: a screen's would all take 16.7 ms, or twice that. */
const FREE_CASES: readonly Case[] = [
  { name: 'pan at fit view, 1,000: frame', nodes: 1000, measure: of(frameOf, panFit), unit: 'ms', bar: 1 / 2 },
  { name: 'pan at fit view, 2,500: frame', nodes: 2500, measure: of(frameOf, panFit), unit: 'ms', bar: 1 / 3 },
  ...[1000, 2500].flatMap((nodes): readonly Case[] => {
    const near = { nodes, visible: true, unit: 'ms', bar: 1, rounds: ROUNDS_OF_SHORT_FRAMES } as const;
    const many = nodes.toLocaleString('en');
    return [
      { ...near, name: `pan zoomed in, ${many}: frame`, measure: of(frameOf, panNear) },
      { ...near, name: `drag one zoomed in, ${many}: frame`, measure: of(frameOf, dragNear) },
    ];
  }),
];

/** Measured with the frames of a screen, as a person sees them. */
const SCREEN_CASES: readonly Case[] = [
  { name: 'pan zoomed in, 2,500: task', nodes: 2500, visible: true, measure: of(taskOf, panNear), unit: 'ms', bar: 1 },
  {
    name: 'drag one zoomed in, 2,500: task',
    nodes: 2500,
    visible: true,
    measure: of(taskOf, dragNear),
    unit: 'ms',
    bar: 1,
  },
  { name: 'pan at fit view, 10,000: task', nodes: 10_000, measure: of(taskOf, panFit), unit: 'ms', bar: 1 / 10 },
  { name: 'drag one at fit view, 10,000: task', nodes: 10_000, measure: of(taskOf, dragFit), unit: 'ms', bar: 1 / 10 },
  { name: 'ten states a frame, 10,000: task', nodes: 10_000, measure: of(taskOf, replay), unit: 'ms', bar: 1 / 50 },
  { name: 'open, 10,000: task', nodes: 10_000, measure: (_page, session) => taskTime(session), unit: 'ms', bar: 1 / 5 },
  { name: 'heap, 10,000', nodes: 10_000, measure: heapUsed, unit: 'MB', bar: 1 / 4 },
];

const FREE_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** @param done is told of each. */
export async function runGraphBenchmarks(done: (result: BenchResult) => void): Promise<void> {
  await measureCases(FREE_CASES, FREE_FRAMES, done);
  await measureCases(SCREEN_CASES, [], done);
}

async function measureCases(
  cases: readonly Case[],
  args: readonly string[],
  done: (result: BenchResult) => void,
): Promise<void> {
  const pages = ['test/bench/graph/plain-flow.html', 'test/bench/graph/studio-canvas.html'];
  await withBenchBrowser(
    pages,
    async (bench) => {
      for (const one of cases) {
        const plain: number[] = [];
        const ours: number[] = [];
        for (let round = 0; round < (one.rounds ?? ROUNDS); round++) {
          plain.push(await measure(bench, `${pages[0]}?nodes=${one.nodes}${one.visible ? '&visible' : ''}`, one));
          ours.push(await measure(bench, `${pages[1]}?nodes=${one.nodes}`, one));
        }
        const [a, b] = [median(ours), median(plain)];
        done({
          name: `canvas / plain React Flow, ${one.name}`,
          measured: `${a.toFixed(a < 10 ? 2 : 1)} / ${b.toFixed(b < 10 ? 2 : 1)} ${one.unit}`,
          ratio: a / b,
          bar: { atMost: one.bar },
        });
      }
    },
    args,
  );
}

async function measure(bench: BenchBrowser, address: string, one: Case): Promise<number> {
  return bench.visit(address, async (page, session) => {
    await page.waitForFunction(() => window.bench?.isDrawn(), undefined, { timeout: 180_000 });
    await settle(page);
    return one.measure(page, session);
  });
}

async function panFit(page: Page, session: CDPSession): Promise<FrameCost> {
  await press(page, { x: 3, y: 3, button: await page.evaluate(() => window.bench.panButton) });
  return costOfFrames(page, session, moveInCircle);
}

/** The middle of a card far from the corners. */
const MIDDLE = { x: 280 * 20 + 100, y: 140 * 20 + 36 };

/** Goes there, without gliding and flashing, so that both pages show the same at the same size. */
async function near(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate((middle) => window.bench.zoomTo(1, middle), MIDDLE);
  await page.waitForFunction(() => document.querySelectorAll('.react-flow__node').length > 10);
  await settle(page);
}

async function panNear(page: Page, session: CDPSession): Promise<FrameCost> {
  await near(page);
  // Between the cards: pressed on one, it would be dragged.
  const ground = await page.evaluate((at) => window.bench.toPage(at), { x: MIDDLE.x + 140, y: MIDDLE.y + 70 });
  await press(page, { ...ground, button: await page.evaluate(() => window.bench.panButton) });
  return costOfFrames(page, session, moveInCircle);
}

async function dragNear(page: Page, session: CDPSession): Promise<FrameCost> {
  await near(page);
  const card = await page.evaluate((at) => window.bench.toPage(at), { x: MIDDLE.x - 10, y: MIDDLE.y - 24 });
  await press(page, { ...card, button: 0 });
  return costOfFrames(page, session, moveInCircle);
}

async function dragFit(page: Page, session: CDPSession): Promise<FrameCost> {
  const place = await page.evaluate(() => window.bench.toPage({ x: 280 * 50 + 100, y: 140 * 50 + 36 }));
  await press(page, { ...place, button: 0 });
  return costOfFrames(page, session, moveInCircle);
}

async function replay(page: Page, session: CDPSession): Promise<FrameCost> {
  await page.evaluate(() => window.bench.changeStates(0));
  return costOfFrames(page, session, (frame) => window.bench.changeStates(frame + 1));
}
