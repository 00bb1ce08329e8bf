import { type Guid, MAX_GUID } from '../../../model/units.ts';
import type { ResourceRuntime } from './resource-runtime.ts';

/** Lower guids are places in an array. Experiments number their resources from 1, so nearly all of them are. */
const ARRAY_LIMIT = 1 << 22;

/** The resources of an experiment, by guid; several times faster than a Map. */
export class ResourceTable {
  readonly #byGuid: (ResourceRuntime | undefined)[] = [];
  readonly #others = new Map<Guid, ResourceRuntime>();
  /** Resources that were removed: others may still wait for them. */
  readonly #removed = new Map<Guid, ResourceRuntime>();
  /** All guids, in order; undefined: not up to date. */
  #guids: readonly Guid[] | undefined = undefined;
  #last: Guid = 0;

  get(guid: Guid): ResourceRuntime | undefined {
    return guid < ARRAY_LIMIT ? this.#byGuid[guid] : this.#others.get(guid);
  }

  /** A resource that there is, or else the last one of that guid that was removed. */
  getEver(guid: Guid): ResourceRuntime | undefined {
    return this.get(guid) ?? this.#removed.get(guid);
  }

  /** The highest guid so far; 0: there was none. */
  get last(): Guid {
    return this.#last;
  }

  /** @throws RangeError when a new resource can't have that guid. */
  checkFree(guid: Guid): void {
    if (!Number.isInteger(guid) || guid < 1 || guid > MAX_GUID) throw new RangeError(`${guid} is no guid`);
    if (this.get(guid)) throw new RangeError(`there is a resource with guid ${guid} already`);
  }

  add(resource: ResourceRuntime): void {
    const { guid } = resource;
    if (guid < ARRAY_LIMIT) {
      while (this.#byGuid.length < guid) this.#byGuid.push(undefined);
      this.#byGuid[guid] = resource;
    } else {
      this.#others.set(guid, resource);
    }
    if (guid > this.#last) this.#last = guid;
    this.#guids = undefined;
  }

  remove(resource: ResourceRuntime): void {
    const { guid } = resource;
    if (guid < ARRAY_LIMIT) this.#byGuid[guid] = undefined;
    else this.#others.delete(guid);
    this.#removed.set(guid, resource);
    this.#guids = undefined;
  }

  /** All guids, in order. */
  guids(): readonly Guid[] {
    return (this.#guids ??= this.#list());
  }

  #list(): Guid[] {
    const guids: Guid[] = [];
    for (const resource of this.#byGuid) if (resource) guids.push(resource.guid);
    return guids.concat([...this.#others.keys()].toSorted((a, b) => a - b));
  }
}
