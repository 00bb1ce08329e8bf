import { type Guid, MAX_GUID } from '../../model/units.ts';
import type { Lifeline } from './lifeline.ts';

/** Guids up to here are places in an array; experiments number their resources from 1, so that is nearly all there are. */
const ARRAY_LIMIT = 1 << 22;

/** The resources of an experiment, found by guid; several times faster than a Map. */
export class ResourceTable {
  readonly #byGuid: (Lifeline | undefined)[] = [];
  readonly #others = new Map<Guid, Lifeline>();
  /** What was removed: others may still wait for it. */
  readonly #removed = new Map<Guid, Lifeline>();
  /** All guids, rising; undefined: to be listed again. */
  #guids: readonly Guid[] | undefined = undefined;
  #last: Guid = 0;

  get(guid: Guid): Lifeline | undefined {
    return guid < ARRAY_LIMIT ? this.#byGuid[guid] : this.#others.get(guid);
  }

  /** Also what was removed; the last one of that guid. */
  getEver(guid: Guid): Lifeline | undefined {
    return this.get(guid) ?? this.#removed.get(guid);
  }

  /** The highest guid that there ever was; 0: there was none. */
  get last(): Guid {
    return this.#last;
  }

  /** @throws RangeError when a new resource can't have this guid. */
  checkFree(guid: Guid): void {
    if (!Number.isInteger(guid) || guid < 1 || guid > MAX_GUID) throw new RangeError(`${guid} is no guid`);
    if (this.get(guid)) throw new RangeError(`there is a resource with guid ${guid} already`);
  }

  add(lifeline: Lifeline): void {
    const { guid } = lifeline;
    if (guid < ARRAY_LIMIT) {
      while (this.#byGuid.length < guid) this.#byGuid.push(undefined);
      this.#byGuid[guid] = lifeline;
    } else {
      this.#others.set(guid, lifeline);
    }
    if (guid > this.#last) this.#last = guid;
    this.#guids = undefined;
  }

  remove(lifeline: Lifeline): void {
    const { guid } = lifeline;
    if (guid < ARRAY_LIMIT) this.#byGuid[guid] = undefined;
    else this.#others.delete(guid);
    this.#removed.set(guid, lifeline);
    this.#guids = undefined;
  }

  /** All guids, rising. */
  guids(): readonly Guid[] {
    return (this.#guids ??= this.#list());
  }

  #list(): Guid[] {
    const guids: Guid[] = [];
    for (const lifeline of this.#byGuid) if (lifeline) guids.push(lifeline.guid);
    return guids.concat([...this.#others.keys()].toSorted((a, b) => a - b));
  }
}
