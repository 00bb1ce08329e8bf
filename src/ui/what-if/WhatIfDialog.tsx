import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { parseAttributeText, writeProblem } from '../../model/attribute.ts';
import { DURATION_HELP, parseDuration } from '../../model/duration.ts';
import type { Resource } from '../../model/experiment.ts';
import type { Intervention } from '../../model/intervention.ts';
import { mergeBehavior, withUserTypes } from '../../model/rtype.ts';
import { PHASES, type Phase } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';
import { stateAt } from '../../record/state-spans.ts';
import { sharedAttributes } from '../inspector/common-attributes.ts';
import { printDurationSpec } from '../inspector/duration-spec.ts';
import { useRun, useStudio } from '../studio-context.tsx';
import { printTime } from '../timeline/time-text.ts';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { Select } from '../widgets/Select.tsx';
import { TextField } from '../widgets/TextField.tsx';
import { forkableGuids, forkRun, runLabels } from './what-if.ts';

interface DialogProps {
  readonly onClose: () => void;
}

/** By how much to hold the selected resources up. */
export function DelayDialog({ onClose }: DialogProps) {
  const { guids } = useTargets();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const by = parseDuration(text.trim());
  return (
    <Question
      title="What if it were held up?"
      onClose={onClose}
      field={field}
      make={by === undefined ? undefined : (time) => guids.map((guid) => ({ kind: 'delay', guid, by, time }))}
    >
      <TextField
        label="Held up by"
        placeholder="5s"
        value={text}
        onChange={setText}
        ref={field}
        help="What it does at the now-line takes so much longer; while it does nothing, it does so for that long."
        error={text && by === undefined ? DURATION_HELP : undefined}
      />
    </Question>
  );
}

/** Which attribute of the selected resources to set to what. */
export function SetDialog({ onClose }: DialogProps) {
  const { guids, resources, types } = useTargets();
  const { record, cursor } = useRun((state) => ({ record: state.record, cursor: state.cursor }));
  const isDeployed = record !== undefined && guids.some((guid) => stateAt(record, guid, cursor) !== 'NEW');
  const offered = sharedAttributes(resources, types)
    .map(({ definition }) => definition)
    .filter((definition) => writeProblem(definition, isDeployed) === undefined);
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(offered[0]?.name);
  const [text, setText] = useState('');
  const definition = offered.find((attribute) => attribute.name === name);
  const parsed = definition && parseAttributeText(definition, text);
  const value = parsed && 'value' in parsed ? parsed.value : undefined;
  return (
    <Question
      title="What if an attribute were set?"
      onClose={onClose}
      field={field}
      make={
        definition && value !== undefined
          ? (time) => guids.map((guid) => ({ kind: 'set', guid, name: definition.name, value, time }))
          : undefined
      }
    >
      <Select
        label="Attribute"
        value={name}
        options={offered.map((attribute) => ({ value: attribute.name, label: attribute.name }))}
        onChange={(next) => {
          setName(next);
          setText('');
        }}
      />
      <TextField
        ref={field}
        label="Value"
        value={text}
        onChange={setText}
        help={definition?.help}
        error={text && parsed && 'problem' in parsed ? parsed.problem : undefined}
      />
    </Question>
  );
}

/** Which phase of the selected resources is to take how long. */
export function DurationDialog({ onClose }: DialogProps) {
  const { guids, resources, types } = useTargets();
  const field = useRef<HTMLInputElement>(null);
  const [phase, setPhase] = useState<Phase>('run');
  const [text, setText] = useState('');
  const duration = parseDuration(text.trim()) === undefined ? undefined : text.trim();
  const [first] = resources;
  const now = first && mergeBehavior(types.get(first.rtype)?.behavior, first.behavior)[phase];
  return (
    <Question
      title="What if a phase took another time?"
      onClose={onClose}
      field={field}
      make={
        duration === undefined
          ? undefined
          : (time) => guids.map((guid) => ({ kind: 'set-behavior', guid, change: { [phase]: duration }, time }))
      }
    >
      <Select
        label="Phase"
        value={phase}
        options={PHASES.map((value) => ({ value, label: value }))}
        onChange={setPhase}
      />
      <TextField
        ref={field}
        label="Takes"
        placeholder={now === undefined ? 'no time' : printDurationSpec(now)}
        value={text}
        onChange={setText}
        help="A phase that is under way ends that long after it began, or at once if that is past."
        error={text && duration === undefined ? DURATION_HELP : undefined}
      />
    </Question>
  );
}

/** A question about the selected resources at the now-line; Enter answers it. */
function Question(props: {
  readonly title: string;
  readonly onClose: () => void;
  /** Has the focus at first. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** Undefined while the answer is not complete. */
  readonly make: ((time: Micros) => readonly Intervention[]) | undefined;
  readonly children: ReactNode;
}) {
  const studio = useStudio();
  const { guids } = useTargets();
  const cursor = useRun((state) => state.cursor);
  const labelOf = runLabels(studio);
  const { make, onClose } = props;
  const answer = () => {
    if (!make) return;
    onClose();
    forkRun(studio, make);
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
      description={`${who}, from ${printTime(cursor)} on. The experiment itself stays as it is.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!make} onClick={answer}>
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
function useTargets() {
  const studio = useStudio();
  const experiment = useRun((state) => state.experiment);
  const guids = forkableGuids(studio);
  const resources: readonly Resource[] = experiment?.resources.filter(({ guid }) => guids.includes(guid)) ?? [];
  return { guids, resources, types: withUserTypes(studio.catalog, experiment?.types ?? []) };
}
