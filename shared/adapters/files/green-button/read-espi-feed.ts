import type { FaultList } from '../file-fault.ts';
import { type EspiBlock, type EspiFeed, type EspiReading, type EspiResource, linkPath } from './espi-feed.ts';
import { placeOf, readXml, type XmlPosition } from './xml-elements.ts';

/** Texts of one resource that are kept: more than any has. */
const MOST_TEXTS = 200;
const MOST_LINKS = 200;

interface OpenEntry {
  self: string | undefined;
  readonly up: string[];
  readonly related: string[];
}

interface OpenResource {
  readonly name: string;
  readonly line: number;
  readonly depth: number;
  readonly entry: OpenEntry;
  readonly texts: Map<string, string>;
  readonly readings: EspiReading[];
}

interface OpenReading {
  readonly line: number;
  readonly texts: Map<string, string>;
  readonly qualities: string[];
}

const RESOURCES = ['UsagePoint', 'MeterReading', 'ReadingType', 'LocalTimeParameters', 'IntervalBlock'];

/**
 * Reads the resources of a feed; what they mean to each other is not looked at.
 * @throws BadFileError
 */
export async function readEspiFeed(pieces: AsyncIterable<Uint8Array>, faults: FaultList): Promise<EspiFeed> {
  const found = new Map(RESOURCES.map((name): [string, OpenResource[]] => [name, []]));
  let entry = newEntry();
  let resource: OpenResource | undefined;
  let reading: OpenReading | undefined;
  await readXml(pieces, {
    opened({ line, path }, attributes) {
      const name = path.at(-1) ?? '';
      if (name === 'entry') entry = newEntry();
      else if (name === 'link' && resource === undefined) addLink(entry, attributes);
      else if (resource === undefined && found.has(name)) {
        resource = { name, line, depth: path.length, entry, texts: new Map(), readings: [] };
        found.get(name)?.push(resource);
      } else if (resource?.name === 'IntervalBlock' && name === 'IntervalReading') {
        reading = { line, texts: new Map(), qualities: [] };
      }
    },
    closed(position, text) {
      const name = position.path.at(-1) ?? '';
      if (resource === undefined) return;
      if (position.path.length === resource.depth) resource = undefined;
      else if (reading === undefined) keep(resource.texts, position.path.slice(resource.depth), text);
      else if (name === 'IntervalReading') {
        const read = toReading(reading, position, faults);
        if (read !== undefined) resource.readings.push(read);
        reading = undefined;
      } else if (name === 'quality') reading.qualities.push(text ?? '');
      else keep(reading.texts, position.path.slice(resource.depth + 1), text);
    },
  });
  const all = (name: string) => found.get(name) ?? [];
  return {
    usagePoints: all('UsagePoint').map(toResource),
    meterReadings: all('MeterReading').map(toResource),
    readingTypes: all('ReadingType').map(toResource),
    localTimes: all('LocalTimeParameters').map(toResource),
    blocks: all('IntervalBlock').map((block): EspiBlock => ({ ...toResource(block), readings: block.readings })),
  };
}

const newEntry = (): OpenEntry => ({ self: undefined, up: [], related: [] });

function addLink(entry: OpenEntry, { rel, href }: Readonly<Record<string, string>>): void {
  if (href === undefined || entry.related.length + entry.up.length >= MOST_LINKS) return;
  if (rel === 'self') entry.self = linkPath(href);
  else if (rel === 'up') entry.up.push(linkPath(href));
  else if (rel === 'related') entry.related.push(linkPath(href));
}

function keep(texts: Map<string, string>, path: readonly string[], text: string | undefined): void {
  if (text !== undefined && texts.size < MOST_TEXTS) texts.set(path.join('/'), text);
}

// The entry's links are looked at when it is whole: they may stand behind its content.
const toResource = ({ line, entry, texts }: OpenResource): EspiResource => ({ line, ...entry, texts });

function toReading({ line, texts, qualities }: OpenReading, position: XmlPosition, faults: FaultList) {
  const fault = (reason: string) => faults.add(placeOf({ ...position, line }), reason);
  const start = texts.get('timePeriod/start');
  const duration = texts.get('timePeriod/duration');
  const value = texts.get('value');
  if (start === undefined || !/^\d{1,10}$/.test(start)) return fault('has no timePeriod/start in epoch seconds');
  if (duration !== undefined && !/^\d{1,9}$/.test(duration)) return fault('has no timePeriod/duration in seconds');
  // A reading without a value says that there is none.
  if (value === undefined || value === '') return undefined;
  if (!/^[+-]?\d{1,15}(?:\.\d{1,25})?$/.test(value)) return fault('has a value that is not a number');
  if (!qualities.every((quality) => /^\d{1,3}$/.test(quality))) return fault('has a quality that is not a code');
  return {
    line,
    startSeconds: Number(start),
    lengthSeconds: duration === undefined ? undefined : Number(duration),
    value: Number(value),
    qualities: qualities.map(Number),
  };
}
