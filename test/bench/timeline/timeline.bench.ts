// The timeline: how its cost grows, and beside vis-timeline. The real component, in one run of one browser, turn by turn.
import { type BenchBrowser, withBenchBrowser } from '../browser/bench-browser.ts';
import { costOfFrames } from '../browser/frames.ts';
import { settle } from '../browser/main-thread.ts';
import { type BenchResult, median } from '../measure.ts';

const OURS = 'test/bench/timeline/studio-timeline.html';
const VIS = 'test/bench/timeline/vis-timeline.html';
const ROUNDS = 5;
/** vis-timeline's first picture takes seconds: fewer rounds say enough. */
const ROUNDS_OF_VIS = 2;

interface Drawn {
  /** Ms to the first picture. */
  readonly first: number;
  /** Main-thread ms of a frame in which it is panned. */
  readonly pan: number;
}

async function draw(bench: BenchBrowser, address: string): Promise<Drawn> {
  return bench.visit(address, async (page, session) => {
    await page.waitForFunction(() => window.timelinePage !== undefined);
    await settle(page);
    const first = await page.evaluate(() => window.timelinePage.draw());
    // To later times and back. Where a third of the run is shown, that is farther than the picture is made ready for.
    const step = address.endsWith('&all')
      ? (frame: number) => window.timelinePage.pan(frame < 40 ? 30 : -30)
      : (frame: number) => window.timelinePage.pan(frame < 40 ? 10 : -10);
    const { task } = await costOfFrames(page, session, step, 80);
    return { first, pan: task };
  });
}

async function medians(bench: BenchBrowser, addresses: readonly string[], rounds: number): Promise<readonly Drawn[]> {
  const all = addresses.map((): Drawn[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [place, address] of addresses.entries()) all[place]!.push(await draw(bench, address));
  }
  return all.map((drawn) => ({
    first: median(drawn.map(({ first }) => first)),
    pan: median(drawn.map(({ pan }) => pan)),
  }));
}

/** @param done is told of each. */
export async function runTimelineBenchmarks(done: (result: BenchResult) => void): Promise<void> {
  await withBenchBrowser([OURS, VIS], async (bench) => {
    const growing = ['lanes=100&segments=10', 'lanes=1000&segments=10', 'lanes=10000&segments=10'];
    const [hundred, thousand, tenThousand, million] = (await medians(
      bench,
      [...growing, 'lanes=10000&segments=100&all'].map((size) => `${OURS}?${size}`),
      ROUNDS,
    )) as [Drawn, Drawn, Drawn, Drawn];
    const beside = (name: string, of: Drawn, atMost: number) =>
      done({
        name: `panning ${name} / 100 lanes`,
        measured: `${of.pan.toFixed(2)} / ${hundred.pan.toFixed(2)} ms a frame`,
        ratio: of.pan / hundred.pan,
        bar: { atMost },
      });
    beside('1,000 lanes x 10 segments', thousand, 2);
    beside('10,000 lanes x 10 segments', tenThousand, 2);
    beside('a million segments in 10,000 lanes at once', million, 5);

    const [vis] = (await medians(bench, [`${VIS}?${growing[1]}`], ROUNDS_OF_VIS)) as [Drawn];
    done({
      name: 'vis-timeline / timeline, 1,000 lanes x 10 segments: first picture',
      measured: `${vis.first.toFixed(0)} / ${thousand.first.toFixed(0)} ms`,
      ratio: vis.first / thousand.first,
      bar: { atLeast: 50 },
    });
    done({
      name: 'vis-timeline / timeline, 1,000 lanes x 10 segments: panning',
      measured: `${vis.pan.toFixed(2)} / ${thousand.pan.toFixed(2)} ms a frame`,
      ratio: vis.pan / thousand.pan,
      bar: { atLeast: 8 },
    });
  });
}
