// What tasks and programs do with a resource. Each calls the manager, whose class may have methods of its own.
import { PHASE } from '../recording/codes.ts';
import { attempt } from '../../kernel/tasks/continuation.ts';
import { STATE_ORDER } from '../../../model/state.ts';
import { messageOf } from '../errors.ts';
import type { Act, ResourceRuntime } from './resource-runtime.ts';

const { RELEASED } = STATE_ORDER;

export const DEPLOY: Act = ({ manager }) => manager.deploy();
export const START: Act = ({ manager }) => manager.start();
export const STOP: Act = ({ manager }) => manager.stop();
export const RELEASE: Act = ({ manager }) => manager.release();
export const DEPLOY_WITH_CONDITIONS: Act = ({ manager }) => manager.deployWithConditions();
export const START_WITH_CONDITIONS: Act = ({ manager }) => manager.startWithConditions();
export const STOP_WITH_CONDITIONS: Act = ({ manager }) => manager.stopWithConditions();

// What the actions do once they may; each with the lock held.

export const DISCOVER_LOCKED: Act = (resource) => resource.locked(DO_DISCOVER, PHASE.discover);
export const PROVISION_LOCKED: Act = (resource) => resource.locked(DO_PROVISION, PHASE.provision);
export const DEPLOY_LOCKED: Act = (resource) => resource.locked(DO_DEPLOY, PHASE.ready);
export const START_LOCKED: Act = (resource) => resource.locked(DO_START, PHASE.start);
export const STOP_LOCKED: Act = (resource) => resource.locked(DO_STOP, PHASE.stop);

const DO_DISCOVER: Act = ({ order, manager }) => (order === RELEASED ? undefined : manager.doDiscover());
const DO_PROVISION: Act = ({ order, manager }) => (order === RELEASED ? undefined : manager.doProvision());
const DO_DEPLOY: Act = ({ order, manager }) => (order === RELEASED ? undefined : manager.doDeploy());
const DO_START: Act = ({ order, manager }) => (order === RELEASED ? undefined : manager.doStart());
/** NEPI's stop doesn't check for RELEASED. */
const DO_STOP: Act = ({ manager }) => manager.doStop();

// Releasing and failing go on when their hooks raise errors.

export const DO_RELEASE: Act = (resource) => attempt<ResourceRuntime>(resource, TRY_TO_RELEASE, RELEASE_ANYWAY);
const TRY_TO_RELEASE: Act = ({ manager }) => manager.doRelease();
const RELEASE_ANYWAY = ({ manager }: ResourceRuntime, error: unknown): undefined => {
  manager.log('error', `FAILED TO RELEASE: ${messageOf(error)}`);
  manager.setReleased();
};

export const DO_FAIL: Act = (resource) =>
  resource.order === RELEASED ? undefined : attempt<ResourceRuntime>(resource, TRY_TO_FAIL, LOG_FAILURE);
const TRY_TO_FAIL: Act = ({ manager }) => manager.doFail();
const LOG_FAILURE = ({ manager }: ResourceRuntime, error: unknown): undefined => {
  manager.log('error', `FAILED TO FAIL: ${messageOf(error)}`);
};
