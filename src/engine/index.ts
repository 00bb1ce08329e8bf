// The engine as a library: `import { ExperimentController } from 'nepi-studio/engine'`. The one public door.
export { ExperimentController, type ControllerOptions, type Time } from './nepi/experiment-controller.ts';
export { ResourceManager } from './nepi/resource-manager.ts';
export { SimulatedResource } from './nepi/simulated-resource.ts';
export { ResourceFactory, type ResourceClass } from './nepi/resource-factory.ts';
export { ResourceError } from './nepi/errors.ts';
export type { FailureLevel } from './nepi/failure-manager.ts';
export type { TraceAttr } from './nepi/traces.ts';
export type { Blocking, Course, Pause } from './kernel/process.ts';
export { startRun, type RunOptions } from './run.ts';
export { nepiCatalog } from '../catalog/catalog.ts';
export { createCatalog, withUserTypes, type Catalog, type ResourceType, type TypeDeclaration } from '../model/rtype.ts';
export type { Experiment, Behavior, AttributeDefinition, AttributeValue } from '../model/experiment.ts';
export type { Intervention } from '../model/intervention.ts';
export type { Orchestrator } from '../model/simulation.ts';
export { STATES, type Action, type State } from '../model/state.ts';
export type { Guid, Micros } from '../model/units.ts';
export { ACTIVITIES, CAUSES, KIND_SET, KIND_STEP, type Run, type RunChunk, type RunOutcome } from '../record/chunk.ts';
