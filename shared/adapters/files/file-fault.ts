/** One thing that is wrong in a file: where in it (a line, a path of elements, a path in JSON), and why. */
export interface FileFault {
  readonly place: string;
  readonly reason: string;
}

/** A file that no figure can be taken from. It says nothing of which file; whoever reads it knows. */
export class BadFileError extends Error {
  override readonly name = 'BadFileError';
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(faultsText(faults));
    this.faults = faults;
  }
}

/** A file whose single fault ends its reading. */
export function badFile(place: string, reason: string): BadFileError {
  return new BadFileError([{ place, reason }]);
}

/** More faults than this of one file tell nothing new. */
const MOST_FAULTS = 5;

/** Collects a file's faults, so that its owner hears of several at once. */
export interface FaultList {
  /** @throws BadFileError when there are as many as anybody wants to read */
  add(place: string, reason: string): void;
  /** @throws BadFileError when there is any */
  throwIfAny(): void;
}

export function createFaultList(): FaultList {
  const faults: FileFault[] = [];
  return {
    add(place, reason) {
      faults.push({ place, reason });
      if (faults.length >= MOST_FAULTS) throw new BadFileError(faults);
    },
    throwIfAny() {
      if (faults.length > 0) throw new BadFileError(faults);
    },
  };
}

function faultsText(faults: readonly FileFault[]): string {
  const listed = faults.map(({ place, reason }) => `${place}: ${reason}`).join('; ');
  return faults.length < MOST_FAULTS ? listed : `${listed}; and perhaps more`;
}

/** An id or a name from a file, as far as it may be repeated: it could as well be somebody's name or address. */
export function shownId(id: string): string {
  return /^[A-Za-z0-9_.:/-]{1,80}$/.test(id) ? id : '[…]';
}
