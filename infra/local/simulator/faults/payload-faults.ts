import { pathOfPage } from '../paging.ts';
import type { Fault, FaultOf } from './fault.ts';

/** What a payload fault has to know of the request. */
export type PayloadContext = {
  readonly url: URL;
  /** Register ids of a location, to find its registers in lists of a whole fleet. */
  readonly registerIdsOf: (locationId: string) => ReadonlySet<string>;
};

type Body = Record<string, unknown>;

const NON_FINITE = '\u{1F53A}1e400';

/** Applies the faults in order to a copy of a good body, and writes it as JSON text. */
export function spoiledJson(body: unknown, faults: readonly Fault[], context: PayloadContext): string {
  if (faults.length === 0) return JSON.stringify(body);
  const spoiled = faults.reduce((current, fault) => spoil(current, fault, context), structuredClone(body));
  return (JSON.stringify(spoiled) ?? '').replaceAll(JSON.stringify(NON_FINITE), '1e400');
}

function spoil(body: unknown, fault: Fault, context: PayloadContext): unknown {
  if (fault.kind === 'edit') return fault.edit(body);
  if (!isObject(body)) return body;
  switch (fault.kind) {
    case 'next':
      return { ...body, next: wrongNext(body, fault, context.url) };
    case 'wrong-echo':
      return wrongEcho(body, fault);
    case 'array-length':
      for (const w of wattArrays(body)) stretchArray(w, fault.by);
      return body;
    case 'non-finite':
      return withNonFinite(body, fault.field ?? 'kwh');
    case 'label':
      for (const one of labelled(body, fault, context)) one['label'] = fault.label ?? HOSTILE_LABEL;
      return body;
    case 'time-zone':
      for (const one of objectsOf(body)) {
        if ('timezone' in one && (fault.location ?? one['id']) === one['id'])
          one['timezone'] = fault.timeZone ?? 'Mars/Olympus';
      }
      return body;
    case 'unknown-register':
      return { ...body, results: [...resultsOf(body), unknownRow(fault)] };
    case 'missing-kwh':
      for (const row of resultsOf(body)) {
        if (fault.register === undefined || registerOf(row)?.['id'] === fault.register) delete row['kwh'];
      }
      return body;
    case 'empty-results':
      return { ...body, results: [] };
    case 'extremes-by-magnitude':
      for (const row of resultsOf(body)) orderByMagnitude(row);
      return body;
    default:
      return body;
  }
}

/** 5,000 characters that a spreadsheet, a page and a mail header would each take for an order. */
const HOSTILE_LABEL = `=HYPERLINK("http://attacker.test","x")<script>alert(1)</script>\r\nBcc: x@attacker.test `.padEnd(
  5000,
  'A',
);

function wrongNext(body: Body, fault: FaultOf<'next'>, url: URL): unknown {
  const page = Number(url.searchParams.get('page') ?? '1');
  switch (fault.mode) {
    case 'other-host':
      return `${fault.origin ?? 'http://attacker.test'}${pathOfPage(url, page + 1)}`;
    case 'loop':
      return body['next'] ?? pathOfPage(url, 1);
    case 'repeat':
      return pathOfPage(url, page);
    case 'endless':
      return pathOfPage(url, page + 1);
  }
}

function wrongEcho(body: Body, fault: FaultOf<'wrong-echo'>): Body {
  return {
    ...body,
    start: Number(body['start']) + (fault.shiftStartSeconds ?? 0),
    end: Number(body['end']) + (fault.shiftEndSeconds ?? 0),
    resolution: fault.resolution ?? body['resolution'],
    hubs: fault.hubs ?? body['hubs'],
  };
}

function stretchArray(values: unknown[], by: number): void {
  if (by < 0) values.splice(by);
  else values.push(...new Array<number>(by).fill(0));
}

function withNonFinite(body: Body, field: 'kwh' | 'sum' | 'avg' | 'w' | 'samples_count'): Body {
  if (field === 'samples_count') return { ...body, samples_count: NON_FINITE };
  const first = resultsOf(body)[0];
  if (field === 'w') wattArrays(body)[0]?.splice(0, 1, NON_FINITE);
  else if (first !== undefined) first[field] = NON_FINITE;
  return body;
}

function labelled(body: Body, fault: FaultOf<'label'>, context: PayloadContext): Body[] {
  const registerIds = fault.location === undefined ? undefined : context.registerIdsOf(fault.location);
  return objectsOf(body).filter((one) => {
    const kind = 'timezone' in one ? 'location' : 'channel' in one ? 'register' : undefined;
    if (kind === undefined || (fault.of ?? kind) !== kind) return false;
    if (kind === 'location') return (fault.location ?? one['id']) === one['id'];
    return registerIds === undefined || registerIds.has(String(one['id']));
  });
}

const unknownRow = (fault: FaultOf<'unknown-register'>) => ({
  avg: 100,
  min: 0,
  max: 400,
  sum: 28_800,
  kwh: fault.energyKWh ?? 2.4,
  register: {
    id: fault.id ?? '00000000-0000-4000-8000-00000000beef',
    label: 'Added this morning',
    group: 2,
    channel: 2,
    grid: false,
    production: false,
    battery: false,
  },
});

function orderByMagnitude(row: Body): void {
  const extremes = [Number(row['min']), Number(row['max'])].sort((a, b) => Math.abs(a) - Math.abs(b));
  if ('min' in row) [row['min'], row['max']] = extremes;
}

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resultsOf = (body: Body): Body[] => (Array.isArray(body['results']) ? body['results'].filter(isObject) : []);

const registerOf = (row: Body): Body | undefined => (isObject(row['register']) ? row['register'] : undefined);

function wattArrays(body: Body): unknown[][] {
  return resultsOf(body).flatMap((slot) => {
    const readings = slot['r'];
    return isObject(readings) && Array.isArray(readings['w']) ? [readings['w']] : [];
  });
}

/** The body itself, its rows, the registers in them, and the register list beside them. */
function objectsOf(body: Body): Body[] {
  const registers = Array.isArray(body['registers']) ? body['registers'].filter(isObject) : [];
  return [body, ...registers, ...resultsOf(body).flatMap((row) => [row, registerOf(row) ?? row])];
}
