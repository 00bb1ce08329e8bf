// The experiment file, version 1: the check of a file and public/schema/experiment-v1.json are both made from what stands
// here, and a test holds the types in experiment.ts to it. Objects keep the fields they don't know: the check reads a value, it never copies it.
import { z } from 'zod';
import { DURATION_HELP, DURATION_LIMIT, DURATION_PATTERN, parseDuration } from './duration.ts';
import { MAX_POSITION } from './place.ts';
import { ACTIONS, GATED_PHASES, PHASES, STATES } from './state.ts';
import { MAX_GUID } from './units.ts';

export const FORMAT = 'nepi-studio.experiment';
export const VERSION = 1;

const guid = z
  .int({ error: 'a guid is a whole number' })
  .positive({ error: 'a guid is a positive whole number' })
  .max(MAX_GUID, { error: `a guid is at most ${MAX_GUID}` })
  .meta({ id: 'guid', description: 'What names a resource: a positive whole number, unique in the experiment.' });
const guids = z.array(guid);
const rtype = z
  .string({ error: "a resource type is text, such as 'linux::Node'" })
  .min(1, { error: 'a resource type needs a name' });
const name = z.string().min(1, { error: 'a name must not be empty' });

export const durationSchema = z
  .string({ error: DURATION_HELP })
  .regex(DURATION_PATTERN, { error: DURATION_HELP })
  .refine((text) => parseDuration(text) !== undefined, { error: DURATION_LIMIT })
  .meta({ id: 'duration', description: 'One number and one unit: h, m, s, ms or us.' });

/** What an attribute's value is, for messages. */
export const ATTRIBUTE_VALUE_HELP = 'an attribute is text, a number, true or false; to leave it unset, remove it';

export const attributeValueSchema = z
  .union([z.string(), z.number(), z.boolean()], { error: ATTRIBUTE_VALUE_HELP })
  .meta({ id: 'attributeValue' });

const POSITION_HELP = { error: `a position is a number from -${MAX_POSITION} to ${MAX_POSITION}, in pixels` };
const coordinate = z.number(POSITION_HELP).min(-MAX_POSITION, POSITION_HELP).max(MAX_POSITION, POSITION_HELP);
const point = z.object({ x: coordinate, y: coordinate });
const position = point.describe('Where the resource stands on the canvas; of no meaning to a run.');
const conditionsPosition = point.describe(
  "Where it stands while the canvas shows the conditions alone; without it, at 'position'. Of no meaning to a run.",
);

export const distributionSchema = z.discriminatedUnion('dist', [
  z.object({ dist: z.literal('uniform'), min: durationSchema, max: durationSchema }),
  z.object({ dist: z.literal('triangular'), min: durationSchema, mode: durationSchema, max: durationSchema }),
  z.object({ dist: z.literal('normal'), mean: durationSchema, sd: durationSchema }),
  z.object({ dist: z.literal('lognormal'), median: durationSchema, sigma: z.number().nonnegative() }),
  z.object({ dist: z.literal('exponential'), mean: durationSchema }),
]);

export const durationOrDistributionSchema = z
  .union([durationSchema, distributionSchema], {
    error: `${DURATION_HELP}; or a distribution, such as {"dist":"uniform","min":"1s","max":"3s"}`,
  })
  .meta({ id: 'durationOrDistribution', description: 'A time, or a distribution to draw one from in each run.' });

const PROBABILITY_HELP = { error: 'a probability is a number from 0 to 1' };
const probability = z.number(PROBABILITY_HELP).min(0, PROBABILITY_HELP).max(1, PROBABILITY_HELP);

export const requirementSchema = z
  .object({
    before: z.enum(GATED_PHASES),
    type: rtype.optional(),
    path: z.array(rtype).min(1).optional(),
    state: z.enum(STATES),
    atLeast: z.int().nonnegative().optional(),
  })
  .refine((gate) => (gate.type === undefined) !== (gate.path === undefined), {
    error: "needs either 'type' or 'path', not both",
  })
  .describe('Connected resources that must have reached a state before this phase.');

const phaseDurations = Object.fromEntries(
  PHASES.map((phase) => [phase, durationOrDistributionSchema.optional()]),
) as Record<(typeof PHASES)[number], z.ZodOptional<typeof durationOrDistributionSchema>>;

export const behaviorSchema = z
  .object({
    ...phaseDurations,
    requires: z.array(requirementSchema).optional(),
    failure: z.partialRecord(z.enum(PHASES), probability).optional(),
  })
  .meta({ id: 'behavior', description: 'How long phases take, what they wait for, how likely they fail.' });

export const ATTRIBUTE_TYPES = ['STRING', 'BOOL', 'ENUM', 'INTEGER', 'DOUBLE'] as const;
export const ATTRIBUTE_FLAGS = [
  'NoRead',
  'NoWrite',
  'Design',
  'Construct',
  'Credential',
  'Filter',
  'Reserved',
  'Global',
] as const;

export const attributeDefinitionSchema = z.object({
  name,
  type: z.enum(ATTRIBUTE_TYPES),
  default: attributeValueSchema.optional(),
  allowed: z.array(attributeValueSchema).optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  flags: z.array(z.enum(ATTRIBUTE_FLAGS)).optional(),
  help: z.string().optional(),
});

export const userTypeSchema = z.object({
  rtype,
  extends: rtype.optional(),
  attributes: z.array(attributeDefinitionSchema).optional(),
  traces: z.array(name).optional(),
  behavior: behaviorSchema.optional(),
});

export const resourceSchema = z.object({
  guid,
  rtype,
  label: z.string().optional(),
  position: position.optional(),
  conditionsPosition: conditionsPosition.optional(),
  attributes: z.record(z.string(), attributeValueSchema).optional(),
  traces: z.array(name).optional(),
  behavior: behaviorSchema.optional(),
});

export const connectionSchema = z.tuple([guid, guid], { error: 'a connection is a pair of guids, such as [1, 2]' });

export const conditionSchema = z.object({
  resources: guids.min(1, { error: 'name at least one resource that waits' }),
  action: z.enum(ACTIONS),
  group: guids.min(1, { error: 'name at least one resource to wait for' }),
  state: z.enum(STATES),
  time: durationSchema.optional(),
});

const waitStep = <Op extends string>(op: Op) => z.object({ op: z.literal(op), resources: guids });

export const stepSchema = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('deploy'),
    resources: guids.optional(),
    waitAllReady: z.boolean().optional(),
    group: z.int().optional(),
  }),
  z.object({
    op: z.literal('setWithConditions'),
    resources: guids,
    attribute: name,
    value: attributeValueSchema,
    group: guids,
    state: z.enum(STATES),
    time: durationSchema.optional(),
  }),
  waitStep('waitDeployed'),
  waitStep('waitStarted'),
  waitStep('waitFinished'),
  waitStep('waitReleased'),
  z.object({ op: z.literal('set'), resources: guids, attribute: name, value: attributeValueSchema }),
  waitStep('start'),
  waitStep('stop'),
  z.object({ op: z.literal('sleep'), time: durationSchema }),
  waitStep('release'),
  z.object({ op: z.literal('shutdown') }),
]);

export const simulationSchema = z.object({
  workers: z.int().nonnegative().optional().describe('Workers that run tasks; 0: as many as asked for. Default 20.'),
  rescheduleDelay: durationSchema.optional().describe('How long a task that was put off waits. Default 1s.'),
  horizon: durationSchema.optional().describe('When the simulation gives up. Default 24h.'),
  seed: z.int().optional().describe('Where random durations and failures come from. Default 1.'),
});

export const groupSchema = z
  .object({
    name,
    guids: guids.min(1, { error: 'a group needs at least one resource: name one, or remove the group' }),
    collapsed: z.boolean().optional().describe('Drawn as one node. Default false.'),
  })
  .describe('Resources that belong together on the canvas (a site, a rack); of no meaning to a run.');

export const experimentFileSchema = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    id: z.string(),
    types: z.array(userTypeSchema).optional(),
    resources: z.array(resourceSchema),
    connections: z.array(connectionSchema).optional(),
    conditions: z.array(conditionSchema).optional(),
    script: z.array(stepSchema).optional(),
    simulation: simulationSchema.optional(),
    groups: z.array(groupSchema).optional(),
  })
  .describe('A NEPI Studio experiment, version 1.');

/** The JSON Schema (draft 2020-12) of an experiment file, as published in public/schema. */
export function experimentJsonSchema(): object {
  return {
    title: 'NEPI Studio experiment, version 1',
    ...z.toJSONSchema(experimentFileSchema, { io: 'input', unrepresentable: 'any' }),
  };
}
