// The examples that the studio offers: sound, well laid out, and each runs to its end.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nepiCatalog } from '../src/catalog/catalog.ts';
import { parseExperiment } from '../src/format/json.ts';
import type { Experiment } from '../src/model/experiment.ts';
import { checkExperiment } from '../src/rules/check.ts';
import { runEngine } from './support/run-engine.ts';

const FOLDER = new URL('../public/examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
const index = JSON.parse(read('index.json')) as readonly { file: string; title: string; summary: string }[];

function load(file: string): Experiment {
  const result = parseExperiment(read(file));
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.experiment;
}

/** Size of a card on the canvas, and the least room between two. */
const [WIDTH, HEIGHT, GAP] = [200, 84, 60];

it('the index names all of them, ping first', () => {
  expect(index.map(({ file }) => file).toSorted()).toEqual(
    readdirSync(FOLDER)
      .filter((file) => file !== 'index.json')
      .toSorted(),
  );
  expect(index[0]?.file).toBe('ping.json');
  expect(new Set(index.map(({ title }) => title)).size).toBe(index.length);
});

describe.each(index.map(({ file }) => file))('%s', (file) => {
  const experiment = load(file);

  it('has no problems', () => {
    expect(checkExperiment(experiment, nepiCatalog)).toEqual([]);
  });

  it('is named after its file, and everything has a label', () => {
    expect(`${experiment.id}.json`).toBe(file);
    const labels = experiment.resources.map(({ label }) => label ?? '');
    expect(labels.filter((label) => label === '' || label.length > 16)).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('leaves room between the cards, on the grid', () => {
    const cards = experiment.resources.map(({ label, position }) => ({ label, x: NaN, y: NaN, ...position }));
    expect(cards.filter(({ x, y }) => x % 20 !== 0 || y % 20 !== 0)).toEqual([]);
    const close = cards.flatMap((a, place) =>
      cards
        .slice(place + 1)
        .filter((b) => Math.abs(a.x - b.x) < WIDTH + GAP && Math.abs(a.y - b.y) < HEIGHT + GAP)
        .map((b) => `${a.label} and ${b.label}`),
    );
    expect(close).toEqual([]);
  });

  it('runs to its end', () => {
    const { outcome, trace } = runEngine(experiment, nepiCatalog);
    expect(outcome.kind).toBe('completed');
    const failed = trace.events.filter(([, , , state]) => state === 'FAILED');
    expect(failed.length > 0).toBe(file === 'failure.json');
    expect(trace.events.filter(([, , , state]) => state === 'RELEASED').length).toBe(experiment.resources.length);
  });
});

describe('their stories', () => {
  /** Who did what, in order, without the times: `ping STARTED`. */
  const story = (file: string): readonly string[] => {
    const experiment = load(file);
    const label = new Map(experiment.resources.map((resource) => [resource.guid, resource.label]));
    return runEngine(experiment, nepiCatalog).trace.events.flatMap(([, kind, guid, value]) =>
      kind === 'state' ? [`${label.get(guid)} ${value as string}`] : [],
    );
  };

  it.each([
    ['ping', ['node-2 STARTED', 'ping STARTED', 'ping STOPPED', 'ping RELEASED', 'node-1 RELEASED']],
    [
      'server-and-clients',
      [
        'iperf server STARTED',
        'client-1 STARTED',
        'client-1 STOPPED',
        'client-3 STOPPED',
        'iperf server STOPPED',
        'iperf server RELEASED',
      ],
    ],
    ['ccn-transfer', ['ccnd-a READY', 'repository READY', 'video STARTED', 'reader STARTED', 'reader STOPPED']],
    ['ns3-simulation', ['simulation READY', 'node-a READY', 'simulation STARTED', 'ping STARTED', 'ping STOPPED']],
    ['omf-wireless', ['wlan-2 STARTED', 'sender STARTED', 'sender STOPPED', 'receiver STOPPED']],
    [
      'phased-deployment',
      ['web server STARTED', 'client-1a STARTED', 'client-1a RELEASED', 'web server STOPPED', 'web server RELEASED'],
    ],
    [
      'failure',
      ['probe FAILED', 'load STARTED', 'load STOPPED', 'report STARTED', 'watchdog FAILED', 'report RELEASED'],
    ],
    ['openvswitch', ['tunnel-2 STARTED', 'ping STARTED', 'ping STOPPED', 'tunnel-2 RELEASED', 'tap-2 RELEASED']],
    ['packet-capture', ['capture STARTED', 'traceroute STARTED', 'ping STOPPED', 'capture STOPPED']],
  ])('%s', (name, events) => {
    const told = story(`${name}.json`);
    expect(told.filter((event) => events.includes(event))).toEqual(events);
  });

  it('ping starts five seconds after the other host, on its only condition', () => {
    const experiment = load('ping.json');
    expect(experiment.conditions).toHaveLength(1);
    const { events } = runEngine(experiment, nepiCatalog).trace;
    const at = (guid: number) => Number(events.find(([, , who, state]) => who === guid && state === 'STARTED')![0]);
    expect(at(3) - at(2)).toBeGreaterThanOrEqual(5_000_000);
  });

  it('the critical failure ends the experiment before its time', () => {
    expect(runEngine(load('failure.json'), nepiCatalog).outcome.abort).toBe(true);
    expect(story('failure.json')).not.toContain('report STOPPED');
  });
});
