/**
 * The engine as a library: NEPI's `ExperimentController`, `ResourceManager` and `ResourceFactory` on virtual time.
 *
 * A program describes an experiment and runs it by calling the controller's methods one after the other, as with NEPI;
 * the waits let virtual time pass. Or it runs a whole experiment, as it stands in a file, and takes its record in parts
 * ({@link startRun}). Times are integers, in microseconds.
 *
 * @module
 */
export { ExperimentController } from './nepi/api/experiment-controller.ts';
export type { ControllerOptions } from './nepi/api/controller-options.ts';
export type { OneOrMore, Time } from './nepi/runtime/arguments.ts';
export { ResourceManager } from './nepi/api/resource-manager.ts';
export { SimulatedResource } from './nepi/api/simulated-resource.ts';
export type { Condition as ResourceCondition } from './nepi/runtime/condition.ts';
export { ResourceFactory, type ResourceClass } from './nepi/api/resource-factory.ts';
export { ResourceError } from './nepi/errors.ts';
export type { FailureLevel } from './nepi/runtime/failure-manager.ts';
export type { TraceAttr } from './nepi/runtime/traces.ts';
export type { Blocking, Continuation as Course, Pause } from './kernel/tasks/process.ts';
export { startRun, type RunOptions } from './run.ts';
export { nepiCatalog } from '../catalog/catalog.ts';
export {
  createCatalog,
  withUserTypes,
  type Catalog,
  type ConnectionRule,
  type IfMissing,
  type ResourceType,
  type Runs,
  type TypeDeclaration,
} from '../model/rtype.ts';
export type {
  AttributeDefinition,
  AttributeFlag,
  AttributeType,
  AttributeValue,
  Behavior,
  Condition,
  Connection,
  Distribution,
  DurationSpec,
  Experiment,
  Group,
  Requirement,
  Resource,
  Simulation,
  Step,
  StepWith,
  UserType,
} from '../model/experiment.ts';
export type { Intervention, InterventionAct } from '../model/intervention.ts';
export { STATES, type Action, type GatedPhase, type Phase, type State } from '../model/state.ts';
export type { Orchestrator } from '../model/simulation.ts';
export type { Guid, Micros } from '../model/units.ts';
export { ACTIVITIES, type Activity } from '../model/activity.ts';
export {
  CAUSES,
  KIND_SET,
  KIND_STEP,
  SCRIPT_GUID,
  type Cause,
  type EventColumns,
  type EventDetail,
  type LogLine,
  type Narrower,
  type OutcomeKind,
  type Packed,
  type Run,
  type RunChunk,
  type RunOutcome,
  type StalledWait,
  type StretchColumns,
} from '../record/chunk.ts';
