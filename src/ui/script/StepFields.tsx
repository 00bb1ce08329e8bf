import { useId, type ReactNode } from 'react';
import { type Experiment, resourcesByGuid, type Step } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import { isSecretStep, secretsOf } from '../../model/secrets.ts';
import type { State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { MOST_SHOWN, shownText } from '../../model/visible-text.ts';
import { TermHelp } from '../help/TermHelp.tsx';
import { choicesOf } from '../fields/choices-of.ts';
import { AWAITED_STATES, readDelay } from '../fields/condition-draft.ts';
import type { Reading } from '../drafts/draft.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import { readDuration } from '../fields/duration-spec.ts';
import { foldByType, foldPicked, nameOfPicked } from '../fields/picked.ts';
import { NativeSelect } from '../fields/NativeSelect.tsx';
import { ResourcePicker } from '../fields/ResourcePicker.tsx';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Checkbox } from '../widgets/Switch.tsx';
import styles from './ScriptPanel.module.css';
import { withField } from './script-steps.ts';
import { definitionsOf, readStepValue } from './step-value.ts';

interface StepFieldsProps<T extends Step = Step> {
  readonly step: T;
  readonly index: number;
  readonly editable: boolean;
  readonly onChange: (step: Step) => void;
}

/** The fields of a step, in a line. */
export function StepFields({ step, ...rest }: StepFieldsProps) {
  const experiment = useDocument((state) => state.experiment);
  if (!rest.editable) return <span className={styles.words}>{shownText(printFields(step, experiment), 1000)}</span>;
  switch (step.op) {
    case 'deploy':
      return <DeployFields {...rest} step={step} />;
    case 'set':
    case 'setWithConditions':
      return <SetFields {...rest} step={step} />;
    case 'sleep':
      return (
        <Labelled title="for" width="time">
          <DraftInput
            label="Time to sleep"
            field={`script.${rest.index}.time`}
            current={step.time}
            read={readDuration}
            take={(time) => rest.onChange({ ...step, time })}
          />
        </Labelled>
      );
    case 'shutdown':
      return <span className={styles.words}>everything</span>;
    case 'waitDeployed':
    case 'waitStarted':
    case 'waitFinished':
    case 'waitReleased':
    case 'start':
    case 'stop':
    case 'release':
      return (
        <ResourcePicker
          label="Resources"
          placeholder={step.op.startsWith('wait') ? 'Nobody: goes on at once' : 'Nobody: does nothing'}
          field={`script.${rest.index}.resources`}
          picked={step.resources}
          onPick={(guids) => rest.onChange({ ...step, resources: [...guids] })}
        />
      );
  }
}

/** What a step that can't be edited says after its title. */
function printFields(step: Step, experiment: Experiment): string {
  if (step.op === 'shutdown') return 'everything';
  if (step.op === 'sleep') return `for ${step.time}`;
  if (!step.resources) return 'all';
  if (step.resources.length === 0) return 'nobody';
  const byGuid = resourcesByGuid(experiment.resources);
  const picked = foldByType(foldPicked(experiment, step.resources), (guid) => byGuid.get(guid)?.rtype);
  const names = picked.slice(0, 8).map((one) => {
    const name = nameOfPicked(one, experiment.resources);
    return one.guids.length > 1 ? `${name} (${one.guids.length})` : name;
  });
  const rest = picked.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
}

function Labelled(props: {
  readonly title: string;
  readonly width?: 'time' | 'number' | 'text';
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.labelled} data-width={props.width}>
      <span className={styles.title} aria-hidden="true">
        {props.title}
      </span>
      <span className={styles.value}>{props.children}</span>
      {props.help && <span className={styles.help}>{props.help}</span>}
    </span>
  );
}

function DeployFields({ step, index, onChange }: StepFieldsProps<Extract<Step, { op: 'deploy' }>>) {
  return (
    <>
      <ResourcePicker
        label="Resources to deploy"
        placeholder={step.resources ? 'Nobody: does nothing' : 'All that are NEW'}
        field={`script.${index}.resources`}
        picked={step.resources ?? NOBODY}
        onPick={(guids) => onChange(withField(step, 'resources', guids.length > 0 ? [...guids] : undefined))}
      />
      <span className={styles.check}>
        <Checkbox
          label="Start when all are ready"
          checked={step.waitAllReady ?? true}
          onChange={(checked) => onChange(withField(step, 'waitAllReady', checked ? undefined : false))}
        />
      </span>
      <Labelled title="group" width="number" help={<TermHelp term="deployGroup" />}>
        <DraftInput<number | undefined>
          label="Deployment group"
          field={`script.${index}.group`}
          numeric
          current={String(step.group ?? '')}
          placeholder="new"
          read={readGroup}
          take={(group) => onChange(withField(step, 'group', group))}
        />
      </Labelled>
    </>
  );
}

const NOBODY: readonly Guid[] = [];

function readGroup(text: string): Reading<number | undefined> {
  if (text.trim() === '') return { value: undefined };
  const group = Number(text);
  return Number.isSafeInteger(group) ? { value: group } : { error: 'A whole number' };
}

function SetFields({ step, index, onChange }: StepFieldsProps<Extract<Step, { op: 'set' | 'setWithConditions' }>>) {
  const { catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const names = useId();
  const types = withUserTypes(catalog, experiment.types);
  const byGuid = resourcesByGuid(experiment.resources);
  const resources = step.resources.flatMap((guid) => byGuid.get(guid) ?? []);
  const definitions = definitionsOf(resources, types, step.attribute);
  const known = new Set(resources.flatMap(({ rtype }) => [...(types.get(rtype)?.attributes.keys() ?? [])]));
  return (
    <>
      <ResourcePicker
        label="Resources to set it of"
        field={`script.${index}.resources`}
        picked={step.resources}
        onPick={(guids) => onChange({ ...step, resources: [...guids] })}
      />
      <span className={styles.pair}>
        <Labelled title="set" width="text">
          <DraftInput
            label="Attribute"
            field={`script.${index}.attribute`}
            list={names}
            current={step.attribute}
            read={(text) => (text.trim() ? { value: text.trim() } : { error: 'The name of an attribute' })}
            take={(attribute) => onChange({ ...step, attribute })}
          />
          <datalist id={names}>
            {[...known]
              .filter((name) => name.length <= MOST_SHOWN)
              .map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </datalist>
        </Labelled>
        <Labelled title="to" width="text">
          <DraftInput
            label="Value"
            field={`script.${index}.value`}
            current={String(step.value)}
            masked={isSecretStep(step, experiment.resources, secretsOf(catalog, experiment.types))}
            multiline
            read={(text) => readStepValue(definitions, text)}
            take={(value) => onChange({ ...step, value })}
          />
        </Labelled>
      </span>
      {step.op === 'setWithConditions' && <WhenFields step={step} index={index} onChange={onChange} />}
    </>
  );
}

function WhenFields(props: {
  readonly step: Extract<Step, { op: 'setWithConditions' }>;
  readonly index: number;
  readonly onChange: (step: Step) => void;
}) {
  const { step, index, onChange } = props;
  return (
    <>
      <Labelled title="when">
        <ResourcePicker
          label="Resources to wait for"
          field={`script.${index}.group`}
          picked={step.group}
          onPick={(group) => onChange({ ...step, group: [...group] })}
        />
      </Labelled>
      <span className={styles.pair}>
        <Labelled title={step.group.length > 1 ? 'are' : 'is'}>
          <NativeSelect
            label="State"
            field={`script.${index}.state`}
            value={step.state}
            choices={choicesOf(AWAITED_STATES)}
            onChoose={(state) => onChange({ ...step, state: state as State })}
          />
        </Labelled>
        <Labelled title="plus" width="time">
          <DraftInput<string | undefined>
            label="Time"
            field={`script.${index}.time`}
            current={step.time ?? ''}
            placeholder="0s"
            read={readDelay}
            take={(time) => onChange(withField(step, 'time', time))}
          />
        </Labelled>
      </span>
    </>
  );
}
