// The types that experiment.ts writes out are those of what the schema checks. This is a matter of compiling.
import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type {
  AttributeDefinition,
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
  UserType,
} from '../../src/model/experiment.ts';
import type * as schema from '../../src/model/schema.ts';

/** Read-only all through. */
type DeepReadonly<T> = T extends (infer Item)[]
  ? number extends T['length']
    ? readonly DeepReadonly<Item>[]
    : { readonly [Index in keyof T]: DeepReadonly<T[Index]> }
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
/** zod writes optional fields as `| undefined`; ours are absent or there. */
type Exact<T> = T extends readonly unknown[]
  ? { [Index in keyof T]: Exact<T[Index]> }
  : T extends object
    ? { [Key in keyof T]: Exact<Exclude<T[Key], undefined>> }
    : T;
/** A guid is a number to the schema. */
type Unbranded<T> = T extends number
  ? number extends T
    ? number
    : T
  : T extends object
    ? { readonly [Key in keyof T]: Unbranded<T[Key]> }
    : T;
type Checked<Schema extends z.ZodType> = DeepReadonly<Exact<z.infer<Schema>>>;

test('the types are those that the schema checks', () => {
  expectTypeOf<AttributeValue>().toEqualTypeOf<Checked<typeof schema.attributeValueSchema>>();
  expectTypeOf<AttributeDefinition>().toEqualTypeOf<Checked<typeof schema.attributeDefinitionSchema>>();
  expectTypeOf<Requirement>().toEqualTypeOf<Checked<typeof schema.requirementSchema>>();
  expectTypeOf<Distribution>().toEqualTypeOf<Checked<typeof schema.distributionSchema>>();
  expectTypeOf<DurationSpec>().toEqualTypeOf<Checked<typeof schema.durationOrDistributionSchema>>();
  expectTypeOf<Behavior>().toEqualTypeOf<Checked<typeof schema.behaviorSchema>>();
  expectTypeOf<UserType>().toEqualTypeOf<Checked<typeof schema.userTypeSchema>>();
  expectTypeOf<Unbranded<Connection>>().toEqualTypeOf<Checked<typeof schema.connectionSchema>>();
  expectTypeOf<Unbranded<Condition>>().toEqualTypeOf<Checked<typeof schema.conditionSchema>>();
  expectTypeOf<Unbranded<Step>>().toEqualTypeOf<Checked<typeof schema.stepSchema>>();
  expectTypeOf<Simulation>().toEqualTypeOf<Checked<typeof schema.simulationSchema>>();
  expectTypeOf<Unbranded<Group>>().toEqualTypeOf<Checked<typeof schema.groupSchema>>();
});

test('but for lists that a file may leave out, and an experiment always has', () => {
  type Fields = 'attributes' | 'traces';
  type CheckedResource = Checked<typeof schema.resourceSchema>;
  expectTypeOf<Unbranded<Omit<Resource, Fields>>>().toEqualTypeOf<Omit<CheckedResource, Fields>>();
  expectTypeOf<Pick<Resource, Fields>>().toEqualTypeOf<Required<Pick<CheckedResource, Fields>>>();
  type CheckedFile = Checked<typeof schema.experimentFileSchema>;
  expectTypeOf<keyof Experiment>().toEqualTypeOf<keyof CheckedFile>();
  type Same = 'format' | 'version' | 'id' | 'script';
  expectTypeOf<Unbranded<Pick<Experiment, Same>>>().toEqualTypeOf<Pick<CheckedFile, Same>>();
});
