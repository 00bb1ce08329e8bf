// The rules about conditions and the script: who waits for what for ever.
import { describe, expect, it } from 'vitest';
import { check, findings, make, makeExperiment, node, program, when } from './make-experiment.ts';

/** A node with two programs on it: guids 1, 2, 3. */
const pair = [node, program({ run: '3s' }), program({ run: '3s' })];
const connections = [
  [2, 1],
  [3, 1],
] as const;

describe('waits-in-circle', () => {
  const circles = (part: Parameters<typeof makeExperiment>[1], resources = pair) =>
    findings(makeExperiment(resources, { connections, ...part }), 'waits-in-circle');

  it('two that start after each other', () => {
    const conditions = [when([2], 'START', [3], 'STOPPED'), when([3], 'START', [2], 'STOPPED')];
    expect(circles({ conditions })).toEqual([
      'error: They wait for each other for ever: Application 2 starts only when Application 3 is STOPPED; Application 3 starts only when Application 2 is STOPPED. Change one of these.',
    ]);
    expect(check(makeExperiment(pair, { connections, conditions }))).toMatchObject([
      { place: { condition: 0, guid: 2 }, fix: { edit: { kind: 'remove', conditions: [0] } } },
    ]);
  });

  it('deployed after somebody of the same group is STARTED', () => {
    const conditions = [when([2], 'DEPLOY', [3], 'STARTED')];
    expect(circles({ conditions })).toEqual([
      'error: They wait for each other for ever: Application 2 is deployed only when Application 3 is STARTED; nothing starts before Application 2 is READY. Change one of these.',
    ]);
    const [problem] = check(makeExperiment(pair, { connections, conditions }));
    expect(problem?.fix?.edit).toMatchObject({
      kind: 'set-script',
      script: [{ op: 'deploy', waitAllReady: false }, { op: 'waitFinished', resources: [2, 3] }, { op: 'shutdown' }],
    });
  });

  it('but not when they need not all be READY, nor when it is deployed in a second step', () => {
    const conditions = [when([2], 'DEPLOY', [3], 'STARTED')];
    expect(circles({ conditions, script: [{ op: 'deploy', waitAllReady: false }, { op: 'shutdown' }] })).toEqual([]);
    expect(
      circles({
        conditions,
        script: [{ op: 'deploy', resources: [1, 3] }, { op: 'deploy', resources: [2] }, { op: 'shutdown' }],
      }),
    ).toEqual([]);
  });

  it('a resource that waits for itself', () => {
    expect(circles({ conditions: [when([2], 'START', [2], 'STARTED')] })).toEqual([
      "error: Application 2 starts only when it is itself STARTED, which can't be: it waits for itself for ever.",
    ]);
    expect(circles({ conditions: [when([2], 'START', [1, 2], 'STARTED')] })).toHaveLength(1);
  });

  it('but a time limit on itself is none', () => {
    expect(check(makeExperiment(pair, { connections, conditions: [when([2], 'STOP', [2], 'STARTED', '2s')] }))).toEqual(
      [],
    );
    expect(circles({ conditions: [when([2], 'START', [2], 'READY', '2s')] })).toEqual([]);
  });

  it('takes one out of a group rather than removing the condition', () => {
    const conditions = [when([2], 'START', [1, 2], 'STARTED', '1s')];
    expect(check(makeExperiment(pair, { connections, conditions }))[0]?.fix).toEqual({
      label: 'Let the condition not wait for Application 2',
      edit: { kind: 'change-condition', index: 0, condition: when([2], 'START', [1], 'STARTED', '1s') },
    });
  });

  it('a step that waits for what a later step deploys', () => {
    const script = [
      { op: 'deploy', resources: [1, 2] },
      { op: 'waitFinished', resources: [3] },
      { op: 'deploy', resources: [3] },
      { op: 'shutdown' },
    ] as const;
    expect(circles({ script })).toEqual([
      'error: They wait for each other for ever: Application 3 is deployed only by step 3; step 2 (waitFinished) waits until Application 3 is STOPPED. Change one of these.',
    ]);
    expect(check(makeExperiment(pair, { connections, script }))[0]?.place).toEqual({ step: 1 });
  });

  it('gates that look at each other', () => {
    const gate = (rtype: string) =>
      make(rtype, {}, { requires: [{ before: 'discover', type: 'Resource', state: 'READY', atLeast: 1 }] });
    const found = circles({ connections: [[1, 2]] }, [gate('linux::Channel'), gate('linux::Channel')]);
    expect(found).toEqual([
      'error: They wait for each other for ever: Channel 1 leaves NEW only when Channel 2 is READY; Channel 2 leaves NEW only when Channel 1 is READY. Change one of these.',
    ]);
  });

  it('releases that wait for each other', () => {
    const gate = make('linux::Channel', {}, { requires: [{ before: 'release', type: 'Resource', state: 'RELEASED' }] });
    expect(circles({ connections: [[1, 2]] }, [gate, gate])).toEqual([
      'error: They wait for each other for ever: Channel 1 is released only when Channel 2 is RELEASED; Channel 2 is released only when Channel 1 is RELEASED. Change one of these.',
    ]);
  });

  it('each of several', () => {
    const resources = [node, program(), program(), program(), program()];
    const conditions = [
      when([2], 'START', [3], 'STARTED'),
      when([3], 'START', [2], 'STARTED'),
      when([4], 'START', [5], 'STARTED'),
      when([5], 'START', [4], 'STARTED'),
    ];
    const all = [2, 3, 4, 5].map((guid) => [guid, 1] as const);
    expect(circles({ connections: all, conditions }, resources)).toHaveLength(2);
  });

  it('tells of a long one in short', () => {
    const many = Array.from({ length: 30 }, () => program());
    const conditions = many.map((_, place) => when([place + 2], 'START', [((place + 1) % 30) + 2], 'STARTED'));
    const all = many.map((_, place) => [place + 2, 1] as const);
    const [found] = circles({ connections: all, conditions }, [node, ...many]);
    expect(found).toContain('Application 2 starts only when Application 3 is STARTED');
    expect(found).toContain('and so on, 30 in all');
  });
});

describe('never-happens', () => {
  const never = (part: Parameters<typeof makeExperiment>[1], resources = [node, node, program()]) =>
    findings(makeExperiment(resources, { connections: [[3, 1]], ...part }), 'never-happens');

  it('an end that nothing brings about', () => {
    expect(never({ conditions: [when([3], 'START', [2], 'STOPPED')] })).toEqual([
      'error: The START condition of Application 3 is never met: Node 2 runs until it is stopped, and nothing stops it. Add a STOP condition, a stop step or a duration of its run.',
    ]);
  });

  it('is fine with a STOP condition or a stop step', () => {
    const start = when([3], 'START', [2], 'STOPPED');
    expect(never({ conditions: [start, when([2], 'STOP', [1], 'STARTED', '5s')] })).toEqual([]);
    const script = [
      { op: 'deploy' },
      { op: 'waitStarted', resources: [2] },
      { op: 'stop', resources: [2] },
      { op: 'waitFinished', resources: [3] },
      { op: 'shutdown' },
    ] as const;
    expect(never({ conditions: [start], script })).toEqual([]);
  });

  it('a wait for an end that nothing brings about, all in one', () => {
    const script = [{ op: 'deploy' }, { op: 'waitFinished', resources: [1, 2, 3] }, { op: 'shutdown' }] as const;
    expect(never({ script })).toEqual([
      'error: Step 2 (waitFinished) never ends: Node 1 and Node 2 run until they are stopped, and nothing stops them. Add a STOP condition, a stop step or a duration of its run.',
    ]);
  });

  it('a release before the end that nobody asks for', () => {
    expect(never({ conditions: [when([3], 'START', [2], 'RELEASED')] })[0]).toContain('released only at the very end');
  });

  it('a failure that is not meant to be', () => {
    expect(never({ conditions: [when([3], 'START', [2], 'FAILED')] })[0]).toContain("Node 2 isn't meant to fail");
    const failing = [node, make('linux::Node', {}, { failure: { provision: 1 } }), program()];
    expect(never({ conditions: [when([3], 'START', [2], 'FAILED')] }, failing)).toEqual([]);
  });

  it('is a warning where the script ends all the same', () => {
    const script = [{ op: 'deploy' }, { op: 'sleep', time: '10s' }, { op: 'shutdown' }] as const;
    expect(never({ script, conditions: [when([3], 'START', [2], 'STOPPED')] })[0]).toMatch(/^warning/);
  });

  it('a start that a deploy into a group does not give', () => {
    const script = [{ op: 'deploy', group: 5 }, { op: 'waitFinished', resources: [3] }, { op: 'shutdown' }] as const;
    expect(never({ script })).toEqual([
      'error: Step 2 (waitFinished) never ends: nothing starts Application 3. Only a deploy without a group waits until all are READY and then starts them; step 1 deploys into a group.',
    ]);
    expect(findings(makeExperiment([node], { script: [script[0], script[2]] }), 'named-group')).toHaveLength(1);
  });
});

describe('never-deployed', () => {
  const deploy = (resources: readonly number[]) => [
    { op: 'deploy' as const, resources },
    { op: 'waitFinished' as const, resources: [2] },
    { op: 'shutdown' as const },
  ];

  it('is an error where somebody waits', () => {
    const script = deploy([2, 3]);
    expect(findings(makeExperiment(pair, { connections, script }), 'never-deployed')).toEqual([
      'error: No step deploys Node 1, but Application 2 and Application 3 wait for it for ever. Add it to a deploy step.',
    ]);
  });

  it('is a warning where nobody does', () => {
    const script = deploy([1, 2]);
    expect(findings(makeExperiment(pair, { connections, script }), 'never-deployed')).toEqual([
      'warning: No step deploys Application 3: nothing happens to it. Add a deploy step, or remove it.',
    ]);
  });

  it('is an error where a step waits', () => {
    const lone = [node, node, make('linux::Node', {}, { run: '1s' })];
    const script = [
      { op: 'deploy', resources: [1, 2] },
      { op: 'waitFinished', resources: [3] },
      { op: 'shutdown' },
    ] as const;
    expect(findings(makeExperiment(lone, { script }), 'never-deployed')).toEqual([
      'error: No step deploys Node 3, but step 2 waits for it for ever. Add it to a deploy step.',
    ]);
  });

  it('a script that deploys nothing', () => {
    expect(findings(makeExperiment([node], { script: [{ op: 'shutdown' }] }), 'never-deployed')).toHaveLength(1);
  });
});

describe('step-order', () => {
  const order = (...script: NonNullable<NonNullable<Parameters<typeof makeExperiment>[1]>['script']>) =>
    findings(makeExperiment(pair, { connections, script }), 'step-order');

  it('what comes before deploy does nothing', () => {
    expect(order({ op: 'start', resources: [2] }, { op: 'deploy' }, { op: 'shutdown' })).toEqual([
      'warning: Step 1 (start) comes before Application 2 is deployed: it does nothing. Move it behind the deploy step.',
    ]);
  });

  it('what comes after shutdown does nothing', () => {
    const script = [{ op: 'deploy' }, { op: 'shutdown' }, { op: 'sleep', time: '1s' }] as const;
    expect(order(...script)[0]).toContain('the step after it has nothing left to work on');
    expect(check(makeExperiment(pair, { connections, script }))[0]?.fix?.edit).toEqual({
      kind: 'set-script',
      script: [{ op: 'deploy' }, { op: 'sleep', time: '1s' }, { op: 'shutdown' }],
    });
  });

  it('a script without shutdown releases nothing', () => {
    expect(order({ op: 'deploy' })[0]).toMatch(/^info/);
    expect(order({ op: 'deploy' }, { op: 'shutdown' })).toEqual([]);
  });
});

describe('repeated-member', () => {
  const many = (guid: number) => Array.from({ length: 5000 }, () => guid);

  it('is told once, with how often', () => {
    const found = (resources: readonly number[], group: readonly number[]) =>
      check(makeExperiment(pair, { connections, conditions: [when(resources, 'START', group, 'STARTED')] })).map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(found([2], many(1))).toEqual(['warning: Condition 1 names Node 1 5000 times; once is enough.']);
    expect(found([...many(2), 3, 3], [1, 1])).toEqual([
      'warning: Condition 1 names Application 2 5000 times, and others too: 5001 names too many; once is enough.',
    ]);
    expect(found([2, 3], [1])).toEqual([]);
  });

  it('makes no other condition: the same with each named once says the same', () => {
    const conditions = [when([2], 'START', [1], 'STARTED'), when(many(2), 'START', many(1), 'STARTED')];
    expect(findings(makeExperiment(pair, { connections, conditions }), 'idle-condition')).toHaveLength(1);
  });
});

describe('conditions that do nothing', () => {
  it('idle-condition: said before, or on NEW', () => {
    const conditions = [
      when([2, 3], 'START', [1], 'STARTED', '5s'),
      when([3, 2], 'START', [1], 'STARTED', '5s'),
      when([2], 'START', [1], 'NEW'),
    ];
    const experiment = makeExperiment(pair, { connections, conditions });
    expect(findings(experiment, 'idle-condition')).toHaveLength(2);
    expect(check(experiment)[0]?.fix?.edit).toEqual({ kind: 'remove', conditions: [1] });
  });

  it('stop-after-end: a stop that may come too late', () => {
    const found = (time: string) =>
      findings(
        makeExperiment(pair, { connections, conditions: [when([2], 'STOP', [2], 'STARTED', time)] }),
        'stop-after-end',
      );
    expect(found('2s')).toEqual([]);
    expect(found('3s')).toHaveLength(1);
  });
});
