// What is asked before something is done to the selected resources: one dialog each.
import { useRef, useState } from 'react';
import { parseAttributeText, writeProblem } from '../../model/attribute.ts';
import { DURATION_HELP, parseDuration } from '../../model/duration.ts';
import { mergeBehavior } from '../../model/rtype.ts';
import { isSecret } from '../../model/secret-attribute.ts';
import { PHASES, type Phase } from '../../model/state.ts';
import { stateAt } from '../../record/state-spans.ts';
import { sharedAttributes } from '../fields/common-attributes.ts';
import { printDurationSpec } from '../fields/duration-spec.ts';
import { useRun } from '../context/studio-context.tsx';
import { Select } from '../widgets/Select.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Question, useTargets } from './Question.tsx';
import { useWhen, WhenField } from './WhenField.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

/** When the selected resources are to fail. */
export function FailDialog({ onClose }: DialogProps) {
  const { guids } = useTargets();
  const when = useWhen();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Question
      title="What if it failed?"
      onClose={onClose}
      field={field}
      when={when}
      make={(time) => guids.map((guid) => ({ kind: 'fail', guid, time }))}
    >
      <WhenField when={when} ref={field} />
    </Question>
  );
}

/** By how much to hold the selected resources up. */
export function DelayDialog({ onClose }: DialogProps) {
  const { guids } = useTargets();
  const when = useWhen();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const by = parseDuration(text.trim());
  return (
    <Question
      title="What if it were held up?"
      onClose={onClose}
      field={field}
      when={when}
      make={by === undefined ? undefined : (time) => guids.map((guid) => ({ kind: 'delay', guid, by, time }))}
    >
      <TextField
        label="Held up by"
        placeholder="5s"
        value={text}
        onChange={setText}
        ref={field}
        help="What it does then takes so much longer; while it does nothing, it does so for that long."
        error={text && by === undefined ? DURATION_HELP : undefined}
      />
      <WhenField when={when} />
    </Question>
  );
}

/** Which attribute of the selected resources to set to what. */
export function SetDialog({ onClose }: DialogProps) {
  const { guids, resources, types } = useTargets();
  const when = useWhen();
  const record = useRun((state) => state.record);
  const { time = 0 } = when;
  const isDeployed = record !== undefined && guids.some((guid) => stateAt(record, guid, time) !== 'NEW');
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
      when={when}
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
        type={definition && isSecret(definition) ? 'password' : 'text'}
        value={text}
        onChange={setText}
        help={definition?.help}
        error={text && parsed && 'problem' in parsed ? parsed.problem : undefined}
      />
      <WhenField when={when} />
    </Question>
  );
}

/** Which phase of the selected resources is to take how long. */
export function DurationDialog({ onClose }: DialogProps) {
  const { guids, resources, types } = useTargets();
  const when = useWhen();
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
      when={when}
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
      <WhenField when={when} />
    </Question>
  );
}
