// What the engine costs; each a ratio inside this one run. Run it with `npm run bench`.
import { readFileSync } from 'node:fs';
import { ExperimentController, ResourceFactory } from '../../src/engine/index.ts';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { runtimeOf } from '../../src/engine/nepi/api/experiment-facade.ts';
import { startRun, type RunOptions } from '../../src/engine/run.ts';
import { parseExperiment } from '../../src/format/json.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import type { Catalog } from '../../src/model/rtype.ts';
import type { RunChunk } from '../../src/record/chunk.ts';
import {
  benchCatalog,
  chain,
  crowdedNodes,
  linkedNodes,
  nodesWithApplications,
  waiting,
} from './engine-experiments.ts';
import { exponential, holdAgenda, holdHeap, polls } from './hold-model.ts';
import { type BenchResult, bytesKept, interleaved } from './measure.ts';
import { scalabilityRun } from './nepi-scalability.ts';

const OPERATIONS = 1_000_000;

/** Where NEPI was measured, the heap below did so many million operations a second (exponential, 100,000 entries). */
const HOLD_RATE_BESIDE_NEPI = 7.8;
/** Seconds that NEPI needs on a virtual clock, by nodes and applications. */
const NEPI_SECONDS = [
  [100, 10, 0.06],
  [1000, 10, 0.82],
  [1000, 50, 4.5],
] as const;

function complete(experiment: Experiment, options?: RunOptions): RunChunk {
  const run = startRun(experiment, benchCatalog, options);
  for (;;) {
    const chunk = run.advance(1e9);
    if (chunk.outcome) return chunk;
  }
}

function golden(name: string): Experiment {
  const result = parseExperiment(readFileSync(`test/golden/${name}.json`, 'utf8'));
  if (!result.ok) throw new Error(`${name} is no experiment`);
  return result.experiment;
}

const million = (count: number, ms: number) => (count / ms / 1000).toFixed(1);

function agendaBesideHeap(): BenchResult[] {
  return (
    [
      ['exponential', exponential],
      ['polls', polls],
    ] as const
  ).flatMap(([mix, delays]) =>
    [1000, 100_000].map((size) => {
      const [heap, agenda] = interleaved(5, [
        () => holdHeap(size, OPERATIONS, delays),
        () => holdAgenda(size, OPERATIONS, delays),
      ]) as [number, number];
      return {
        name: `agenda / typed-array heap, ${mix}, ${size}`,
        measured: `${million(OPERATIONS, agenda)} / ${million(OPERATIONS, heap)} M/s`,
        ratio: heap / agenda,
        bar: { atLeast: 0.5 },
      };
    }),
  );
}

function literalPolls(): BenchResult {
  const experiment = waiting(1000, '10m');
  const { tasks } = complete(experiment);
  const [heap, engine] = interleaved(5, [
    () => holdHeap(1000, OPERATIONS, polls),
    () => complete(experiment, { polls: 'literal' }),
  ]) as [number, number];
  return {
    name: 'engine, every poll run / typed-array heap',
    measured: `${million(tasks, engine)} M tasks/s, ${million(OPERATIONS, heap)} M/s`,
    ratio: tasks / engine / (OPERATIONS / heap),
    bar: { atLeast: 0.25 },
  };
}

function thousandApplications(): BenchResult {
  const experiment = golden('a-thousand-applications');
  const [all] = interleaved(9, [
    () => {
      for (let time = 0; time < 20; time++) complete(experiment);
    },
  ]) as [number];
  const ms = all / 20;
  return { name: 'a-thousand-applications (3 ms as guidance)', measured: `${ms.toFixed(2)} ms`, ratio: ms / 3 };
}

/** The same experiment with every time of its longest wait as many times as long. */
function stretched(experiment: Experiment, factor: number): Experiment {
  const longer = (text: string) => `${Number.parseFloat(text) * factor}${text.replace(/^[\d.]+/, '')}`;
  return {
    ...experiment,
    resources: experiment.resources.map(({ behavior = {}, ...resource }) => ({
      ...resource,
      behavior: { ...behavior, ...(typeof behavior.run === 'string' && { run: longer(behavior.run) }) },
    })),
    simulation: { ...experiment.simulation, horizon: '960h' },
  };
}

function waitingIsFree(): BenchResult[] {
  const day = golden('a-day-long');
  const days = stretched(day, 20);
  const repeat = (experiment: Experiment) => () => {
    for (let time = 0; time < 50; time++) complete(experiment);
  };
  const [one, twenty] = interleaved(15, [repeat(day), repeat(days)]) as [number, number];
  const [minute, wholeDay] = interleaved(9, [
    () => complete(waiting(1000, '1m')),
    () => complete(waiting(1000, '24h')),
  ]) as [number, number];
  return [
    {
      name: 'a-day-long, 20 days / 1 day',
      measured: `${complete(days).tasks} tasks ${(twenty / 50).toFixed(3)} ms / ${complete(day).tasks} tasks ${(one / 50).toFixed(3)} ms`,
      ratio: twenty / one,
      bar: { atMost: 1.5 },
    },
    {
      name: '1,000 RMs waiting a day / a minute',
      measured: `${wholeDay.toFixed(2)} / ${minute.toFixed(2)} ms`,
      ratio: wholeDay / minute,
      bar: { atMost: 10 },
    },
  ];
}

function besideNepi(nodes: number, applications: number, seconds: number): BenchResult {
  const { tasks } = scalabilityRun(nodes, applications).takeRecord();
  // The small ones several times: what is compared is the work, not the warming up.
  const times = Math.ceil(30_000 / (nodes * applications));
  const [heap, all] = interleaved(9, [
    () => holdHeap(100_000, OPERATIONS, exponential),
    () => {
      for (let time = 0; time < times; time++) scalabilityRun(nodes, applications);
    },
  ]) as [number, number];
  const engine = all / times;
  const nepi = (seconds * 1000 * HOLD_RATE_BESIDE_NEPI) / (OPERATIONS / heap / 1000);
  return {
    name: `NEPI's benchmark, ${nodes} x ${applications}: NEPI / engine`,
    measured: `${tasks} tasks, ${nepi.toFixed(0)} (scaled) / ${engine.toFixed(2)} ms`,
    ratio: nepi / engine,
    bar: { atLeast: 100 },
  };
}

function pollsDoNotMultiply(): BenchResult {
  const length = 1000;
  const factory = new ResourceFactory(benchCatalog);
  const ec = new ExperimentController({ factory });
  for (let guid = 1; guid <= length; guid++) ec.registerResource('bench::Channel', guid);
  for (let guid = 1; guid < length; guid++) ec.registerCondition(guid, 'START', guid + 1, 'STARTED');
  ec.deploy();
  ec.waitStarted(1);
  const { tasks, events } = ec.takeRecord();
  const { simulator } = runtimeOf(ec);
  const [ms] = interleaved(9, [() => complete(chain(length))]) as [number];
  return {
    name: 'chain of 1,000 STARTs: tasks executed a transition',
    measured: `${simulator.executed} of ${tasks} tasks, ${events.length} transitions, ${ms.toFixed(2)} ms`,
    ratio: simulator.executed / events.length,
    bar: { atMost: 5 },
  };
}

/** As many RMs in all, as experiments of one size or another that are all kept: what differs is their size alone. */
function growth(): BenchResult[] {
  const sizes = [1000, 10_000, 100_000, 500_000];
  const total = 500_000;
  const experiments = sizes.map((size) => nodesWithApplications(size));
  const runAll = (experiment: Experiment) =>
    Array.from({ length: total / experiment.resources.length }, () => {
      const run = startRun(experiment, benchCatalog);
      return { run, chunk: run.advance(1e9) };
    });
  const times = interleaved(
    3,
    experiments.map((experiment) => () => runAll(experiment)),
  ).map((ms) => (ms / total) * 1000);
  const memory = experiments.map((experiment) => bytesKept(() => runAll(experiment)) / total);
  const spread = (values: readonly number[]) => Math.max(...values) / Math.min(...values);
  return [
    {
      name: `growth, ${sizes.join(', ')} RMs: time each`,
      measured: `${times.map((micros) => micros.toFixed(2)).join(', ')} us`,
      ratio: spread(times),
      bar: { atMost: 2 },
    },
    {
      name: `growth, ${sizes.join(', ')} RMs: memory each`,
      measured: `${memory.map((bytes) => bytes.toFixed(0)).join(', ')} bytes`,
      ratio: spread(memory),
      bar: { atMost: 2 },
    },
  ];
}

/** As a worker hands it over: in parts. */
function recordSize(what: string, experiment: Experiment, catalog: Catalog): BenchResult {
  const run = startRun(experiment, catalog);
  let bytes = 0;
  let count = 0;
  let waits = 0;
  for (;;) {
    const { events, stretches, outcome } = run.advance(10_000);
    for (const column of [...Object.values(events), ...Object.values(stretches)]) {
      if (typeof column !== 'number') bytes += column.byteLength;
    }
    count += events.length;
    waits += stretches.length;
    if (outcome) break;
  }
  return {
    name: `record: bytes an event${what}`,
    measured: `${count} events, ${waits} stretches`,
    ratio: bytes / count,
    bar: { atMost: 64 },
  };
}

/** All of them, in the order of the table. Each is measured in a process of its own: what ran before would count. */
export const engineBenchmarks: Readonly<Record<string, () => readonly BenchResult[]>> = {
  agenda: agendaBesideHeap,
  literal: () => [literalPolls()],
  thousand: () => [thousandApplications()],
  waiting: waitingIsFree,
  ...Object.fromEntries(
    NEPI_SECONDS.map(([nodes, applications, seconds]) => [
      `nepi-${nodes}x${applications}`,
      () => [besideNepi(nodes, applications, seconds)],
    ]),
  ),
  chain: () => [pollsDoNotMultiply()],
  growth,
  record: () => [
    recordSize('', linkedNodes(2000, 6), benchCatalog),
    recordSize(', waiting much', crowdedNodes(1500), nepiCatalog),
  ],
};
