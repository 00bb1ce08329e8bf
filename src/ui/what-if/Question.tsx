import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { Resource } from '../../model/experiment.ts';
import type { Intervention } from '../../model/intervention.ts';
import { withUserTypes } from '../../model/rtype.ts';
import type { Micros } from '../../model/units.ts';
import { useRun, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { forkableGuids, forkRun, runLabels } from './what-if.ts';
import type { When } from './WhenField.tsx';

/** A question about the selected resources at an instant; Enter answers it. */
export function Question(props: {
  readonly title: string;
  readonly onClose: () => void;
  /** Has the focus at first. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly when: When;
  /** Undefined while the answer is not complete. */
  readonly make: ((time: Micros) => readonly Intervention[]) | undefined;
  readonly children: ReactNode;
}) {
  const studio = useStudio();
  const { guids } = useTargets();
  const labelOf = runLabels(studio);
  const { make, onClose } = props;
  const { time, problem } = props.when;
  const isComplete = make !== undefined && time !== undefined && problem === undefined;
  const answer = () => {
    if (!isComplete) return;
    onClose();
    forkRun(studio, make, time);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // The focus goes back to the button that asked; the key must not press it.
    event.preventDefault();
    answer();
  };
  const who = guids.length > 3 ? `${guids.length} resources` : guids.map(labelOf).join(', ');
  return (
    <Dialog
      open
      size="s"
      onClose={onClose}
      initialFocus={props.field}
      title={props.title}
      description={`${who}. The experiment itself stays as it is.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!isComplete} onClick={answer}>
            Try it
          </Button>
        </>
      }
    >
      {/* Enter in a field means the same as the button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={keyDown} style={{ display: 'grid', gap: 'var(--space-3)' }}>
        {props.children}
      </div>
    </Dialog>
  );
}

/** Whom the question is about. */
export function useTargets() {
  const studio = useStudio();
  const experiment = useRun((state) => state.experiment);
  const guids = forkableGuids(studio);
  const resources: readonly Resource[] = experiment?.resources.filter(({ guid }) => guids.includes(guid)) ?? [];
  return { guids, resources, types: withUserTypes(studio.catalog, experiment?.types ?? []) };
}
