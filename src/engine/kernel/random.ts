import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers. Streams of different names have nothing to do with each other. */
export class RandomStream {
  readonly #generator: ReturnType<typeof xoroshiro128plusFromState>;

  /** @param name numbers that name the stream; the same ones always give the same stream. */
  constructor(...name: readonly number[]) {
    this.#generator = xoroshiro128plusFromState([word(name, 1), word(name, 2), word(name, 3), word(name, 4)]);
  }

  /** At least 0, less than 1. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Normally distributed around 0 with a standard deviation of 1 (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Exponentially distributed with a mean of 1. */
  exponential(): number {
    return -Math.log(1 - this.uniform());
  }

  /** Triangular between 0 and 1, most likely at `mode`. */
  triangular(mode: number): number {
    const u = this.uniform();
    return u < mode ? Math.sqrt(u * mode) : 1 - Math.sqrt((1 - u) * (1 - mode));
  }
}

/** 32 well-mixed bits of the numbers (the finalizer of MurmurHash3 after each half of each). */
function word(numbers: readonly number[], salt: number): number {
  let hash = Math.imul(salt, 0x9e3779b9);
  for (const number of numbers) {
    hash = mix(hash ^ (number | 0));
    hash = mix(hash ^ Math.floor(number / 0x1_0000_0000));
  }
  return hash;
}

function mix(bits: number): number {
  let hash = (bits + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
