import type { Experiment } from '../../model/experiment.ts';
import type { Catalog } from '../../model/rtype.ts';
import { checkExperiment } from '../../rules/check.ts';
import { type CanvasSlot, createCanvasSlot } from './canvas-port.ts';
import { type CommandRegistry, createCommandRegistry } from './command-registry.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import type { EditLock } from './edit-lock.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createNotices, type Notices } from './notices.ts';
import { createProblemStore, type FindProblems, type ProblemStore } from './problem-store.ts';
import { createRunStore, type RunStore, type StartRun } from './run-store.ts';
import { createViewStore, type ViewState, type ViewStore } from './view-store.ts';

/** The stores of one studio, handed to whoever needs them: commands, files, the views. */
export interface Studio {
  readonly catalog: Catalog;
  readonly document: DocumentStore;
  readonly view: ViewStore;
  readonly run: RunStore;
  /** What is wrong with the experiment. */
  readonly problems: ProblemStore;
  /** The canvas, while there is one: commands that zoom or need its centre ask here. */
  readonly canvas: CanvasSlot;
  /** What can be done; whoever has something to offer adds it. */
  readonly commands: CommandRegistry;
  /** What is typed and not taken yet. */
  readonly drafts: Drafts;
  /** What there is to say in passing. */
  readonly notices: Notices;
  /** Whether the experiment may be changed: not while it is simulated. */
  readonly lock: EditLock;
}

/** Puts a studio together. `startRun` is the worker's client on the site, the engine itself in a test. */
export function createStudio(parts: {
  readonly catalog: Catalog;
  readonly startRun: StartRun;
  /** The worker's on the site; without it the rules are asked on the spot. */
  readonly findProblems?: FindProblems;
  readonly experiment: Experiment;
  /** See createRunStore; without it, views hear of each chunk. */
  readonly pace?: (publish: () => void) => void;
  readonly remembered?: Partial<Pick<ViewState, 'theme' | 'folded' | 'snap' | 'reading' | 'minimap'>>;
}): Studio {
  const notices = createNotices();
  const drafts = createDrafts();
  const view = createViewStore(parts.remembered);
  const lock: EditLock = {
    isLocked: () => view.getState().mode === 'simulate',
    refuse: () =>
      notices.say('The experiment can’t be changed while it is simulated.', {
        action: { title: 'Edit in Design', run: () => void (lock.isLocked() && commands.run('run.mode')) },
      }),
  };
  const commands = createCommandRegistry(
    (error) => notices.say(error instanceof Error ? error.message : String(error), { kind: 'problem' }),
    lock,
    () => drafts.takeAll(),
  );
  const document = createDocumentStore(parts.experiment, lock, (reason) => notices.say(reason, { kind: 'problem' }));
  const findHere: FindProblems = (experiment, onFound) => onFound(checkExperiment(experiment, parts.catalog));
  return {
    catalog: parts.catalog,
    document,
    view,
    run: createRunStore(parts.startRun, parts.pace),
    problems: createProblemStore(document, parts.findProblems ?? findHere),
    canvas: createCanvasSlot(),
    commands,
    drafts,
    notices,
    lock,
  };
}
