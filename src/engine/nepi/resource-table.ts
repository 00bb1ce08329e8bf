import type { Guid } from '../../model/units.ts';
import type { ResourceManager } from './resource-manager.ts';

/** Guids up to here are places in an array; experiments number their resources from 1, so that is nearly all there are. */
const ARRAY_LIMIT = 1 << 22;

/** The resources of an experiment, found by guid; several times faster than a Map. */
export class ResourceTable {
  readonly #byGuid: (ResourceManager | undefined)[] = [];
  readonly #others = new Map<Guid, ResourceManager>();
  #guids: Guid[] = [];
  #isSorted = true;

  get(guid: Guid): ResourceManager | undefined {
    return guid < ARRAY_LIMIT ? this.#byGuid[guid] : this.#others.get(guid);
  }

  add(rm: ResourceManager): void {
    const { guid } = rm;
    if (guid < ARRAY_LIMIT) {
      while (this.#byGuid.length < guid) this.#byGuid.push(undefined);
      this.#byGuid[guid] = rm;
    } else {
      this.#others.set(guid, rm);
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
