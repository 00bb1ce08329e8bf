// Rules that the golden runs don't show, or show only among many others: each as small as it can be. The reference
// engine has to pass as well; what the property tests compare with is itself held to what is written here.
import { describe, expect, test } from 'vitest';
import { createExperiment, type Behavior, type Experiment, type Step } from '../../src/model/experiment.ts';
import type { RunTrace } from '../../src/record/trace.ts';
import { runReference } from '../support/reference-engine.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

interface Sketch {
  /** Type, behavior and whether critical (it isn't, unless said) by guid. */
  readonly rms: Readonly<Record<number, Behavior & { readonly rtype?: string; readonly critical?: true }>>;
  readonly connections?: Experiment['connections'];
  readonly conditions?: Experiment['conditions'];
  readonly script?: readonly Step[];
  readonly simulation?: Experiment['simulation'];
}

function experimentOf({ rms, script, ...rest }: Sketch): Experiment {
  return {
    ...createExperiment('scenario'),
    types: [
      { rtype: 'Node', attributes: [{ name: 'speed', type: 'INTEGER' }] },
      { rtype: 'Server', extends: 'Node' },
      { rtype: 'Link' },
    ],
    resources: Object.entries(rms).map(([guid, { rtype = 'Node', critical = false, ...behavior }]) => ({
      guid: Number(guid),
      rtype,
      attributes: { critical },
      traces: [],
      behavior,
    })),
    ...(script && { script }),
    ...rest,
  };
}

const shown = ['STARTED', 'STOPPED', 'FAILED', 'RELEASED', 'READY'];

/** What happened, but for the states on the way to READY: `1.5 2 STARTED`, times in seconds. */
function story(trace: RunTrace): string[] {
  return trace.events.flatMap((event) => {
    if (event[1] === 'set') return [`${event[0] / 1e6} ${event[2]} ${event[3].join(' = ')}`];
    return shown.includes(event[3]) ? [`${event[0] / 1e6} ${event[2]} ${event[3]}`] : [];
  });
}

const deploy: Step = { op: 'deploy', waitAllReady: false };
const sleep = (time: string): Step => ({ op: 'sleep', time });
const shutdown: Step = { op: 'shutdown' };

describe.each([
  ['the engine', (experiment: Experiment) => runEngine(experiment, testCatalog).trace],
  ['the reference engine', (experiment: Experiment) => runReference(experiment, testCatalog)],
])('%s', (_, run) => {
  const tell = (sketch: Sketch) => story(run(experimentOf(sketch)));

  describe('gates', () => {
    const needsTwo = { requires: [{ before: 'discover', type: 'Node', state: 'READY', atLeast: 2 }] } as const;

    test('open when enough connected resources are there, subtypes among them', () => {
      expect(
        tell({
          rms: { 1: { ready: '2s' }, 2: { rtype: 'Server' }, 3: { rtype: 'Link', ...needsTwo } },
          connections: [
            [1, 3],
            [3, 2],
          ],
          script: [deploy, sleep('3s')],
        }),
      ).toEqual(['0 2 READY', '0 2 STARTED', '2 1 READY', '2 1 STARTED', '2 3 READY', '2 3 STARTED']);
    });

    test('stay closed while one is missing', () => {
      const sketch: Sketch = {
        rms: { 1: {}, 3: { rtype: 'Link', ...needsTwo } },
        connections: [[1, 3]],
        script: [deploy, { op: 'waitStarted', resources: [3] }],
        simulation: { horizon: '1m' },
      };
      expect(tell(sketch)).toEqual(['0 1 READY', '0 1 STARTED']);
      expect(run(experimentOf(sketch)).finished).toBe(false);
    });

    test('look in order of guid: who is late puts off before who has failed is seen', () => {
      const gate = { requires: [{ before: 'start', type: 'Node', state: 'READY' }] } as const;
      const failing = { provision: '0.5s', failure: { provision: 1 } } as const;
      const connections: Experiment['connections'] = [
        [3, 1],
        [3, 2],
      ];
      const rms = { 3: { rtype: 'Link', ...gate } };
      const script = [deploy, sleep('5s')];
      expect(tell({ rms: { ...rms, 1: { ready: '3s' }, 2: failing }, connections, script })).toEqual([
        '0 3 READY',
        '0.5 2 FAILED',
        '3 1 READY',
        '3 1 STARTED',
        '3 3 FAILED',
      ]);
      expect(tell({ rms: { ...rms, 2: { ready: '3s' }, 1: failing }, connections, script })).toEqual([
        '0 3 READY',
        '0.5 1 FAILED',
        '1 3 FAILED',
        '3 2 READY',
        '3 2 STARTED',
      ]);
    });

    test('follow a path of types to those at its end', () => {
      expect(
        tell({
          rms: {
            1: { rtype: 'Server', ready: '1.5s' },
            2: { rtype: 'Link', ready: '5s' },
            3: { requires: [{ before: 'ready', path: ['Link', 'Server'], state: 'READY' }] },
          },
          connections: [
            [1, 2],
            [2, 3],
          ],
          script: [deploy, sleep('4s')],
        }),
      ).toEqual(['1.5 1 READY', '2 1 STARTED', '2 3 READY', '2 3 STARTED']);
    });

    test('are tried again even when the experiment has been aborted', () => {
      expect(
        tell({
          rms: {
            1: { ready: '2s' },
            2: { rtype: 'Link', requires: [{ before: 'ready', type: 'Node', state: 'READY' }] },
            3: { critical: true, provision: '0.5s', failure: { provision: 1 } },
          },
          connections: [[1, 2]],
          script: [deploy, sleep('4s')],
        }),
      ).toEqual(['0.5 3 FAILED', '2 1 READY', '2 2 READY']);
    });

    test('before a release wait for a state, whoever is missing or failed', () => {
      const gate = { requires: [{ before: 'release', type: 'Node', state: 'STOPPED', atLeast: 5 }] } as const;
      expect(
        tell({
          rms: { 1: { failure: { start: 1 } }, 2: { release: '1.2s' }, 3: { rtype: 'Link', ...gate } },
          connections: [
            [1, 3],
            [2, 3],
          ],
          script: [deploy, sleep('1s'), shutdown],
        }).slice(-4),
      ).toEqual(['0 3 STARTED', '1 1 RELEASED', '2.2 2 RELEASED', '3 3 RELEASED']);
    });
  });

  describe('conditions', () => {
    test('count their time from when the state was last entered', () => {
      expect(
        tell({
          rms: { 1: { run: '1s' }, 2: {} },
          conditions: [{ resources: [2], action: 'START', group: [1], state: 'STOPPED', time: '3s' }],
          script: [deploy, sleep('2s'), { op: 'start', resources: [1] }, sleep('5s')],
        }),
      ).toEqual(['0 1 READY', '0 1 STARTED', '0 2 READY', '1 1 STOPPED', '2 1 STARTED', '3 1 STOPPED', '6 2 STARTED']);
    });

    test('skip members that failed without being critical, and fail for those that are', () => {
      const sketch = (critical: boolean): Sketch => ({
        rms: { 1: { provision: '0.5s', failure: { provision: 1 }, ...(critical && { critical }) }, 2: {} },
        conditions: [{ resources: [2], action: 'DEPLOY', group: [1], state: 'STARTED' }],
        script: [deploy, sleep('3s')],
      });
      expect(tell(sketch(false))).toEqual(['0.5 1 FAILED', '1 2 READY', '1 2 STARTED']);
      // The failure of a critical one aborts, and then nobody looks any more.
      expect(tell(sketch(true))).toEqual(['0.5 1 FAILED']);
    });

    test('with a time, on a state that was never entered, are an error', () => {
      const released: Step[] = [deploy, { op: 'release', resources: [1] }, sleep('3s')];
      const conditions = (time?: string): Experiment['conditions'] => [
        { resources: [2], action: 'START', group: [1], state: 'STOPPED', ...(time !== undefined && { time }) },
      ];
      const rms = { 1: {}, 2: {} };
      expect(tell({ rms, conditions: conditions('1s'), script: released }).at(-1)).toBe('1 2 FAILED');
      expect(tell({ rms, conditions: conditions(), script: released }).at(-1)).toBe('1 2 STARTED');
    });

    test('of stopping may be about oneself', () => {
      expect(
        tell({
          rms: { 1: {} },
          conditions: [{ resources: [1], action: 'STOP', group: [1], state: 'STARTED', time: '2.5s' }],
          script: [deploy, { op: 'waitFinished', resources: [1] }],
        }),
      ).toEqual(['0 1 READY', '0 1 STARTED', '2.5 1 STOPPED']);
    });
  });

  describe('groups', () => {
    test('are looked at every second, whatever the reschedule delay is', () => {
      expect(
        tell({
          rms: { 1: { ready: '1.1s' } },
          script: [{ op: 'deploy' }, sleep('3s')],
          simulation: { rescheduleDelay: '0.1s' },
        }),
      ).toEqual(['1.1 1 READY', '2 1 STARTED']);
    });

    test('with a number of their own start nothing', () => {
      expect(tell({ rms: { 1: {} }, script: [{ op: 'deploy', group: 7 }, sleep('3s')] })).toEqual(['0 1 READY']);
    });

    test('take in who joins them before all are ready', () => {
      expect(
        tell({
          rms: { 1: { ready: '2s' }, 2: { ready: '1s' } },
          script: [
            { op: 'deploy', resources: [1] },
            sleep('1.5s'),
            { op: 'deploy', resources: [2], group: 1 },
            sleep('4s'),
          ],
        }),
      ).toEqual(['2 1 READY', '2.5 2 READY', '3 1 STARTED', '3 2 STARTED']);
    });
  });

  describe('locks and workers', () => {
    test('a failing action lets a waiting release go first, and then there is nothing left to fail', () => {
      expect(
        tell({
          rms: { 1: { start: '2s', failure: { start: 1 }, critical: true } },
          script: [deploy, sleep('1s'), { op: 'release', resources: [1] }],
        }),
      ).toEqual(['0 1 READY', '2 1 RELEASED']);
    });

    test('the end of a run does not wait for a stop in progress', () => {
      expect(
        tell({
          rms: { 1: { run: '2s', stop: '2s' } },
          script: [deploy, sleep('1s'), { op: 'stop', resources: [1] }],
        }),
      ).toEqual(['0 1 READY', '0 1 STARTED', '2 1 STOPPED', '3 1 STOPPED']);
    });

    test('a run that fails at its end waits for the lock', () => {
      expect(
        tell({
          rms: { 1: { run: '2s', stop: '2s', failure: { run: 1 } } },
          script: [deploy, sleep('1s'), { op: 'stop', resources: [1] }, sleep('1s')],
        }),
      ).toEqual(['0 1 READY', '0 1 STARTED', '3 1 STOPPED', '3 1 FAILED']);
    });

    test('one worker does one thing after the other; without a limit all happens at once', () => {
      const rms = { 1: { ready: '1s' }, 2: { ready: '1s' }, 3: { ready: '1s' } };
      const script = [{ op: 'deploy', group: 1 } as const, sleep('4s')];
      expect(tell({ rms, script, simulation: { workers: 1 } })).toEqual(['1 1 READY', '2 2 READY', '3 3 READY']);
      expect(tell({ rms, script, simulation: { workers: 0 } })).toEqual(['1 1 READY', '1 2 READY', '1 3 READY']);
    });

    test('what waits for a lock keeps its worker', () => {
      expect(
        tell({
          rms: { 1: { ready: '2s' }, 2: {} },
          script: [
            { op: 'deploy', resources: [1, 1], group: 1 },
            { op: 'deploy', resources: [2], group: 1 },
            sleep('4s'),
          ],
          simulation: { workers: 2 },
        }),
      ).toEqual(['2 1 READY', '2 2 READY']);
    });
  });

  describe('the script', () => {
    test('goes on where an action finds a resource in the wrong state', () => {
      const script: Step[] = [{ op: 'start', resources: [1] }, { op: 'stop', resources: [1] }, deploy, sleep('1s')];
      expect(tell({ rms: { 1: {} }, script })).toEqual(['0 1 READY', '0 1 STARTED']);
    });

    test('ends with an error that a step raises', () => {
      const trace = run(
        experimentOf({
          rms: { 1: { start: '1s', failure: { start: 1 } } },
          script: [{ op: 'deploy', group: 1 }, sleep('1s'), { op: 'start', resources: [1] }, shutdown],
        }),
      );
      expect(trace).toMatchObject({
        finished: true,
        error: true,
        abort: false,
        end: 2_000_000,
        states: { 1: 'FAILED' },
      });
      expect(trace.steps.map(([, op]) => op)).toEqual(['deploy', 'sleep']);
    });

    test('waits no longer once the experiment is aborted, but for releases', () => {
      const trace = run(
        experimentOf({
          rms: { 1: { critical: true, ready: '1.2s', failure: { ready: 1 } }, 2: { release: '3s' } },
          script: [deploy, { op: 'waitFinished', resources: [2] }, shutdown],
        }),
      );
      expect(trace.abort).toBe(true);
      expect(trace.steps).toEqual([
        [0, 'deploy'],
        [1_500_000, 'waitFinished'],
        [4_500_000, 'shutdown'],
      ]);
    });

    test('may say which failures count', () => {
      const sketch: Sketch = {
        rms: { 1: { critical: true, ready: '1s', failure: { ready: 1 } } },
        script: [deploy, { op: 'set', resources: [1], attribute: 'critical', value: false }, sleep('2s')],
      };
      expect(tell(sketch)).toEqual(['0 1 critical = false', '1 1 FAILED']);
      expect(run(experimentOf(sketch)).abort).toBe(false);
    });

    test('is deploy, wait for all to start, shut down where nothing ends by itself', () => {
      const { steps } = run(experimentOf({ rms: { 1: { ready: '0.9s' } } }));
      expect(steps).toEqual([
        [0, 'deploy'],
        [1_500_000, 'waitStarted'],
        [2_000_000, 'shutdown'],
      ]);
    });

    test('drops with a shutdown what has not begun', () => {
      expect(tell({ rms: { 1: { run: '1s', release: '2s' } }, script: [deploy, sleep('0.5s'), shutdown] })).toEqual([
        '0 1 READY',
        '0 1 STARTED',
        '2.5 1 RELEASED',
      ]);
    });

    test('sets an attribute once a condition is met, at once or later', () => {
      const step = (state: 'READY' | 'STARTED'): Step => ({
        op: 'setWithConditions',
        resources: [1],
        attribute: 'speed',
        value: 3,
        group: [2],
        state,
        time: '1.5s',
      });
      expect(
        tell({
          rms: { 1: {}, 2: { start: '1s' } },
          script: [deploy, sleep('1.5s'), step('READY'), step('STARTED'), sleep('3s')],
        }),
      ).toEqual(['0 1 READY', '0 1 STARTED', '0 2 READY', '1 2 STARTED', '1.5 1 speed = 3', '2.5 1 speed = 3']);
    });
  });

  test('what is due exactly at the horizon still happens, and nothing after it', () => {
    const script: Step[] = [deploy, { op: 'waitFinished', resources: [1, 2] }];
    const rms = { 1: { ready: '2s' }, 2: { ready: '2000001us' } };
    const trace = run(experimentOf({ rms, script, simulation: { horizon: '2s' } }));
    expect(story(trace)).toEqual(['2 1 READY', '2 1 STARTED']);
    expect(trace).toMatchObject({ finished: false, end: 2_000_000 });
  });
});
