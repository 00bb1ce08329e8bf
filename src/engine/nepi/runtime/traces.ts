import type { ResourceType } from '../../../model/rtype.ts';

/** What to read of a trace: all of it, a block, its path or its size. NEPI: TraceAttr. */
export type TraceAttr = 'ALL' | 'STREAM' | 'PATH' | 'SIZE';

/** The traces of one resource. Only enabled traces keep what is written. NEPI: the Trace objects of a resource. */
export class Traces {
  readonly #type: ResourceType;
  readonly #folder: string;
  readonly #written = new Map<string, string[]>();

  /** @param folder the path that the traces are in. */
  constructor(type: ResourceType, folder: string) {
    this.#type = type;
    this.#folder = folder;
  }

  /** NEPI: ResourceManager.enable_trace. @throws RangeError when the type has no such trace. */
  enable(name: string): void {
    if (!this.#type.traces.includes(name)) throw new RangeError(`${this.#type.rtype} has no trace '${name}'`);
    if (!this.#written.has(name)) this.#written.set(name, []);
  }

  /** NEPI: ResourceManager.trace_enabled. */
  isEnabled(name: string): boolean {
    return this.#written.has(name);
  }

  /** Appends to a trace; does nothing unless it is enabled. */
  write(name: string, text: string): void {
    this.#written.get(name)?.push(text);
  }

  /**
   * NEPI: ResourceManager.trace.
   * @param block of STREAM: how many characters there are in a block.
   * @param offset of STREAM: how many blocks to skip.
   * @throws RangeError when it is not enabled, or there is no such block.
   */
  read(name: string, attr: TraceAttr, block: number, offset: number): string | number {
    const written = this.#written.get(name);
    if (!written) throw new RangeError(`trace '${name}' of ${this.#type.rtype} is not enabled`);
    const text = written.join('');
    switch (attr) {
      case 'ALL':
        return text;
      case 'STREAM':
        if (!(block > 0 && offset >= 0)) throw new RangeError(`there is no block ${offset} of ${block} characters`);
        return text.slice(offset * block, (offset + 1) * block);
      case 'PATH':
        return `${this.#folder}/${name}`;
      case 'SIZE':
        return text.length;
    }
  }
}
