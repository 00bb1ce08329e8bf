import type { Guid } from '../../model/units.ts';

/** An error of a resource; its message names type and guid. NEPI: RuntimeError with log_message. */
export class ResourceError extends Error {
  /** Tells it from other errors. */
  override readonly name = 'ResourceError';
  /** Of the resource. */
  readonly guid: Guid;

  constructor(rm: { readonly rtype: string; readonly guid: Guid }, message: string) {
    super(`${rm.rtype} guid ${rm.guid} - ${message}`);
    this.guid = rm.guid;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
