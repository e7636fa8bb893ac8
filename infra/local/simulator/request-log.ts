/** One request as it came and went; no token, no body. */
export type RequestRecord = {
  readonly method: string;
  readonly path: string;
  /** With the question mark; empty without parameters. */
  readonly query: string;
  readonly hasAuthorization: boolean;
  /** Null while there is no answer, and for ever when the connection was broken before one. */
  status: number | null;
};

export type RequestLog = {
  /** Oldest first; only the newest 100,000 are kept. */
  readonly records: readonly RequestRecord[];
  /** Requests whose path contains the text or matches the pattern; all of them without one. */
  count(path?: string | RegExp): number;
  clear(): void;
};

const KEPT = 100_000;

/** A log, and the pen to write in it. */
export function createRequestLog(): { log: RequestLog; write(record: RequestRecord): RequestRecord } {
  const records: RequestRecord[] = [];
  const matches = (record: RequestRecord, path: string | RegExp) =>
    typeof path === 'string' ? record.path.includes(path) : path.test(record.path);
  return {
    log: {
      records,
      count: (path) => (path === undefined ? records.length : records.filter((record) => matches(record, path)).length),
      clear: () => {
        records.length = 0;
      },
    },
    write(record) {
      if (records.length >= KEPT) records.splice(0, KEPT / 10);
      records.push(record);
      return record;
    },
  };
}
