import { type LocationRef, parseLocationPath } from '../../../shared/domain/location.ts';

/** An option that is there or not. */
export interface Flag {
  readonly type: 'flag';
  readonly about: string;
}

/** An option with a value. */
export interface ValueOption<T, Required extends boolean = boolean> {
  readonly type: 'value';
  /** How the value stands in the usage, such as `INSTANT`. */
  readonly placeholder: string;
  readonly about: string;
  readonly required: Required;
  /** Reads the value; the message of what it throws is shown to the person who typed it. */
  readonly parse: (text: string) => T;
}

export type Options = Readonly<Record<string, Flag | ValueOption<unknown>>>;

export type ValuesOf<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends ValueOption<infer T, infer Required>
    ? Required extends true
      ? T
      : T | undefined
    : boolean;
};

export const flag = (about: string): Flag => ({ type: 'flag', about });

export function optional<T>(placeholder: string, about: string, parse: (text: string) => T): ValueOption<T, false> {
  return { type: 'value', placeholder, about, required: false, parse };
}

export function required<T>(placeholder: string, about: string, parse: (text: string) => T): ValueOption<T, true> {
  return { type: 'value', placeholder, about, required: true, parse };
}

/** Takes one of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((each) => each === text);
    if (word === undefined) throw new Error(`must be ${words.join(' or ')}`);
    return word;
  };
}

/** Reads where a report is about. */
export function parseLocation(text: string): LocationRef {
  const ref = parseLocationPath(text);
  if (ref === undefined) throw new Error('must be SOURCE/FLEET/ID, with all three parts');
  return ref;
}

/** As many as SQS takes for the moves of its messages. */
const MOST_PER_SECOND = 500;

/** Reads how many may begin in a second. */
export function parseRate(text: string): number {
  const perSecond = Number(text);
  if (!/^[1-9]\d{0,2}$/.test(text) || perSecond > MOST_PER_SECOND)
    throw new Error(`must be a whole number, 1 to ${MOST_PER_SECOND}`);
  return perSecond;
}
