import { ArrowDown, ArrowUp, GripVertical, Play, Trash2, TriangleAlert } from 'lucide-react';
import type { Step } from '../../model/experiment.ts';
import { stepWaitsForNone, stepWithoutResources } from '../../model/script.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { FieldButton } from '../fields/FieldButton.tsx';
import { NativeSelect } from '../fields/NativeSelect.tsx';
import { printTime } from '../text/time-text.ts';
import type { Plan } from './plan.ts';
import styles from './ScriptPanel.module.css';
import { changeOp, STEP_KINDS, type StepOp, stepTitle } from './script-steps.ts';
import { StepFields } from './StepFields.tsx';
import { StepPicture } from './StepPicture.tsx';

/** One step: its number, what it does and with whom, when it ended in the run. */
export function StepRow(props: {
  readonly step: Step;
  readonly index: number;
  readonly last: boolean;
  readonly plan: Plan;
  /** Whom it is about. */
  readonly covered: readonly Guid[];
  readonly editable: boolean;
  readonly ended: Micros | undefined;
  /** The run's latest time, which decides how times are written. */
  readonly longest: Micros;
  readonly isCurrent: boolean;
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrag: (index: number | undefined) => void;
}) {
  const { step, index, editable, onChange, onMove } = props;
  const name = `step ${index + 1}, ${stepTitle(step.op)}`;
  return (
    <>
      {editable && (
        // The buttons and Alt with the arrow keys do the same for the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <span
          className={styles.grip}
          draggable
          title="Drag to another place (Alt+↑, Alt+↓)"
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', name);
            const row = event.currentTarget.closest('li');
            if (row) event.dataTransfer.setDragImage(row, 8, 14);
            props.onDrag(index);
          }}
          onDragEnd={() => props.onDrag(undefined)}
        >
          <GripVertical size={14} aria-hidden />
        </span>
      )}
      <span className={styles.number}>{index + 1}</span>
      <StepPicture plan={props.plan} covered={props.covered} isSleep={step.op === 'sleep'} />
      <div className={styles.op} data-field={`script.${index}`}>
        {editable ? (
          <NativeSelect
            label={`Step ${index + 1}`}
            value={step.op}
            choices={STEP_KINDS.map(({ op, title }) => ({ value: op, title }))}
            onChoose={(op) => onChange(changeOp(step, op as StepOp))}
          />
        ) : (
          <strong>{stepTitle(step.op)}</strong>
        )}
      </div>
      <div className={styles.fields}>
        <StepFields step={step} index={index} editable={editable} onChange={onChange} />
        {stepWithoutResources(step) && (
          <span className={styles.warning}>
            <TriangleAlert size={13} aria-hidden />
            No resource: does nothing
          </span>
        )}
        {stepWaitsForNone(step) && !stepWithoutResources(step) && (
          <span className={styles.warning}>
            <TriangleAlert size={13} aria-hidden />
            Waits for no resource: sets it at once
          </span>
        )}
      </div>
      <span className={styles.ended}>
        {props.isCurrent && <Play size={11} aria-hidden />}
        {timeText(props.isCurrent, props.ended, props.longest)}
      </span>
      {editable && (
        <span className={styles.buttons}>
          <FieldButton
            aria-label={`Move ${name} up`}
            title="Move up"
            data-field={`script.${index}.up`}
            disabled={index === 0}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={14} aria-hidden />
          </FieldButton>
          <FieldButton
            aria-label={`Move ${name} down`}
            title="Move down"
            data-field={`script.${index}.down`}
            disabled={props.last}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={14} aria-hidden />
          </FieldButton>
          <FieldButton aria-label={`Remove ${name}`} title="Remove" onClick={props.onRemove}>
            <Trash2 size={14} aria-hidden />
          </FieldButton>
        </span>
      )}
    </>
  );
}

function timeText(isCurrent: boolean, ended: Micros | undefined, longest: Micros): string {
  if (ended === undefined) return isCurrent ? 'now' : '';
  const time = printTime(ended, 1, longest);
  return isCurrent ? `now, until ${time}` : `ended at ${time}`;
}
