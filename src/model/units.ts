// Numbers that must not be mixed up. The tags are optional, so plain arithmetic needs no casts, but a Guid is never
// taken for a time or the other way round.

/** A time or a span of virtual time: an integer number of microseconds. */
export type Micros = number & { readonly unit?: 'microseconds' };

/** What names a resource in an experiment: a positive integer, unique in it. NEPI: guid. */
export type Guid = number & { readonly unit?: 'guid' };

/** The greatest guid: guids stand in columns of 32 bits (record/chunk.ts). */
export const MAX_GUID: Guid = 2 ** 32 - 1;
