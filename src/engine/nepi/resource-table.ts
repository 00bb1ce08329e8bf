import type { Guid } from '../../model/units.ts';
import type { Lifeline } from './lifeline.ts';

/** Guids up to here are places in an array; experiments number their resources from 1, so that is nearly all there are. */
const ARRAY_LIMIT = 1 << 22;

/** The resources of an experiment, found by guid; several times faster than a Map. */
export class ResourceTable {
  readonly #byGuid: (Lifeline | undefined)[] = [];
  readonly #others = new Map<Guid, Lifeline>();
  #guids: Guid[] = [];
  #isSorted = true;

  get(guid: Guid): Lifeline | undefined {
    return guid < ARRAY_LIMIT ? this.#byGuid[guid] : this.#others.get(guid);
  }

  add(lifeline: Lifeline): void {
    const { guid } = lifeline;
    if (guid < ARRAY_LIMIT) {
      while (this.#byGuid.length < guid) this.#byGuid.push(undefined);
      this.#byGuid[guid] = lifeline;
    } else {
      this.#others.set(guid, lifeline);
    }
    if (guid < (this.#guids.at(-1) ?? 0)) this.#isSorted = false;
    this.#guids.push(guid);
  }

  remove(guid: Guid): void {
    if (guid < ARRAY_LIMIT) this.#byGuid[guid] = undefined;
    else this.#others.delete(guid);
    this.#guids = this.#guids.filter((each) => each !== guid);
  }

  /** All guids, rising. */
  guids(): readonly Guid[] {
    if (!this.#isSorted) this.#guids = this.#guids.toSorted((a, b) => a - b);
    this.#isSorted = true;
    return this.#guids;
  }
}
