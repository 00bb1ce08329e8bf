import { ListOrdered, Pencil, Plus, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Step } from '../../model/experiment.ts';
import { defaultScript } from '../../model/script.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { createPlacement } from '../graph/scene/placement.ts';
import { useWantedField } from '../context/use-wanted-field.ts';
import { LockedNote } from '../fields/LockedNote.tsx';
import { useDocument, useSimulated, useSimulating, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { planOf } from './plan.ts';
import styles from './ScriptPanel.module.css';
import { coveredBy, moveStep, scriptEdit, STEP_KINDS, stepTitle } from './script-steps.ts';
import { StepRow } from './StepRow.tsx';
import { stepAt, stepEnds } from './step-times.ts';

const NOBODY: ReadonlySet<Guid> = new Set();

/** What the experimenter's program does, step by step; without a script of its own, what is done then. */
export function ScriptPanel() {
  const { document, view, catalog, commands } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const root = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number>();
  useWantedField(root);

  const own = experiment.script;
  const locked = useSimulating();
  const editable = own !== undefined && !locked;
  const script = useMemo(() => own ?? defaultScript(experiment, catalog), [own, experiment, catalog]);
  const [place] = useState(() => createPlacement());
  const plan = useMemo(() => planOf(experiment, place(experiment)), [experiment, place]);
  const covered = useMemo(
    () => script.map((_step, index) => coveredBy(experiment, script, index)),
    [experiment, script],
  );
  const progress = useProgress(script, own);
  const setScript = (doing: string, next: readonly Step[] | undefined) => {
    if (next !== own) document.getState().apply(scriptEdit(doing, next));
  };
  const nameOf = (index: number) => stepTitle(script[index]!.op);

  /** The focus goes along: to the step's choice, or the button that moved it. */
  function move(from: number, to: number, button = '') {
    const next = moveStep(script, from, to);
    if (next === script) return;
    setScript(`move step: ${nameOf(from)}`, next);
    view.getState().set({ wantedField: `script.${Math.max(0, Math.min(script.length - 1, to))}${button}` });
  }
  const point = (index: number | undefined) =>
    view.getState().set({
      highlight: index === undefined ? NOBODY : new Set(covered[index]),
    });
  const moveByKey = (event: KeyboardEvent, index: number) => {
    if (!editable || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };

  if (!own && experiment.resources.length === 0) {
    return (
      <EmptyState icon={<ListOrdered />} title="Nothing to do yet">
        Without a script of its own, an experiment deploys all its resources, waits until those that finish by
        themselves have, and shuts down. Add resources first.
      </EmptyState>
    );
  }
  return (
    <div ref={root} className={styles.panel}>
      {locked ? (
        <LockedNote />
      ) : (
        <div className={styles.tools}>
          {own ? (
            <>
              <Menu
                trigger={<Button icon={<Plus aria-hidden />}>Add step</Button>}
                entries={STEP_KINDS.map(({ op, title }) => ({
                  title,
                  run: () => void commands.run(`script.add-${op}`),
                }))}
              />
              <Button
                variant="quiet"
                icon={<RotateCcw aria-hidden />}
                onClick={() => setScript('use the default script', undefined)}
              >
                Use the default script
              </Button>
            </>
          ) : (
            <>
              <Button icon={<Pencil aria-hidden />} onClick={() => setScript('make the script editable', script)}>
                Make it editable
              </Button>
              <span className={styles.note}>
                Without a script of its own, an experiment takes these steps, whatever its resources are.
              </span>
            </>
          )}
        </div>
      )}
      {script.length === 0 && <p className={styles.note}>No steps: nothing is deployed. Add one to begin.</p>}
      <ol className={styles.steps} aria-label="Script" data-editable={editable}>
        {script.map((step, index) => (
          // Steps have no identity but their place.
          // The row only points out what its step covers, and takes steps dropped on it; its buttons do the same.
          // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/no-noninteractive-element-interactions
          <li
            key={index}
            className={styles.step}
            aria-current={progress.current === index ? 'step' : undefined}
            onPointerEnter={() => point(index)}
            onPointerLeave={() => point(undefined)}
            onFocus={() => point(index)}
            onBlur={() => point(undefined)}
            onKeyDown={(event) => moveByKey(event, index)}
            onDragOver={(event) => {
              if (dragged !== undefined) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== undefined) move(dragged, index);
              setDragged(undefined);
            }}
          >
            <StepRow
              step={step}
              plan={plan}
              covered={covered[index]!}
              index={index}
              last={index === script.length - 1}
              editable={editable}
              ended={progress.ends.get(index)}
              longest={progress.longest}
              isCurrent={progress.current === index}
              onChange={(next) => setScript(`change step: ${nameOf(index)}`, script.with(index, next))}
              onRemove={() => setScript(`remove step: ${nameOf(index)}`, script.toSpliced(index, 1))}
              onMove={(by) => move(index, index + by, by < 0 ? '.up' : '.down')}
              onDrag={setDragged}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface Progress {
  readonly ends: ReadonlyMap<number, Micros>;
  readonly current: number | undefined;
  /** The run's latest time. */
  readonly longest: Micros;
}

const NO_PROGRESS: Progress = { ends: new Map(), current: undefined, longest: 0 };

/** When the steps ended in the run on screen, while that run is one of this very script. */
function useProgress(script: readonly Step[], own: readonly Step[] | undefined): Progress {
  const { record, version, isSame } =
    useSimulated((run) => ({
      record: run.record,
      version: run.version,
      isSame: run.experiment !== undefined && run.experiment.script === own,
    })) ?? {};
  const ends = useMemo(
    () => (record && isSame ? stepEnds(record) : NO_PROGRESS.ends),
    // oxlint-disable-next-line react/exhaustive-deps -- the record grows in place; its version tells
    [record, version, isSame],
  );
  const current = useSimulated((run) => (run.record && isSame ? stepAt(ends, script.length, run.cursor) : undefined));
  return { ends, current, longest: record?.now ?? 0 };
}
