import type * as z from 'zod';
import type { Register } from '../../domain/energy/register.ts';
import { UnexpectedPayloadError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import { readFleetList } from './fleet-list.ts';
import { toRegister } from './from-wire.ts';
import type { LocationContext } from './location-context.ts';
import { isClassifiable } from './register-role.ts';
import { type WireMetadata, wireInstallation, wireMetadata, wireRegister } from './wire.ts';

/** What is wired where at one location. */
export interface Topology {
  readonly hubIds: readonly string[];
  readonly registers: ReadonlyMap<string, Register>;
  /** False where the source says that the location has no mains; registers of that type are then not to be used. */
  readonly hasMains: boolean;
}

export interface TopologyReader {
  read(): Promise<Topology>;
  /** The topology after looking once more for registers that the first look did not find; at most once a reader. */
  readAgain(): Promise<Topology>;
}

/** Reads the topology when it is first needed, and keeps it; a failure is not kept. */
export function createTopologyReader(context: LocationContext): TopologyReader {
  let topology: Promise<Topology> | undefined;
  let again: Promise<Topology> | undefined;
  const read = () => {
    topology ??= readTopology(context).catch((error) => {
      topology = undefined;
      throw error;
    });
    return topology;
  };
  const readRegistersAgain = async () => {
    const [known, registers] = await Promise.all([read(), readRegisters(context)]);
    const renewed = { ...known, registers };
    topology = Promise.resolve(renewed);
    return renewed;
  };
  return {
    read,
    readAgain() {
      again ??= readRegistersAgain().catch((error) => {
        again = undefined;
        throw error;
      });
      return again;
    },
  };
}

async function readTopology(context: LocationContext): Promise<Topology> {
  const reading = [readMetadata(context), readHubIds(context), readRegisters(context)] as const;
  // Waited for together, so that none goes on unheard when another fails.
  await Promise.allSettled(reading);
  const [metadata, installed, registers] = await Promise.all(reading);
  return {
    hubIds: hubsToExpect(installed, metadata.installations_count ?? 0, registers),
    registers,
    hasMains: metadata.mains !== false,
  };
}

/** Only hints: a location without metadata is one of which nothing is said. */
async function readMetadata(context: LocationContext): Promise<WireMetadata> {
  return (await context.get('metadata', wireMetadata)) ?? {};
}

async function readHubIds(context: LocationContext): Promise<string[]> {
  const hubs = await readList(context, 'installation', wireInstallation, (installation) => installation.hub);
  return hubs.map((installation) => installation.hub);
}

const classifiableRegister = wireRegister.refine(
  isClassifiable,
  'has neither a known circuit type nor all three flags',
);

async function readRegisters(context: LocationContext): Promise<ReadonlyMap<string, Register>> {
  const listed = await readList(context, 'register', classifiableRegister, (register) => register.id);
  return new Map(listed.map((register) => [register.id, toRegister(register)]));
}

/** Half a list would make sums that are silently too small, so it is none. */
async function readList<T>(
  context: LocationContext,
  what: string,
  entry: z.ZodType<T>,
  idOf: (item: T) => string,
): Promise<readonly T[]> {
  const url = context.url(what);
  const list = await readFleetList(context.api, {
    url,
    entry,
    idOf,
    budget: context.budget,
    locationId: context.ref.id,
    leavesOutUnreadable: false,
    missing: () => new UnexpectedPayloadError(`${endpointName('GET', url)} is missing, though the location is known`),
  });
  if (list.brokenOff !== undefined) throw list.brokenOff;
  return list.items;
}

/**
 * The hubs that samples are expected from: those installed; where the metadata counts more, also those that registers name.
 * (The `hubs` of a day's answer would leave out a hub that was silent all day.)
 */
function hubsToExpect(
  installed: readonly string[],
  count: number,
  registers: ReadonlyMap<string, Register>,
): readonly string[] {
  const hubs = new Set(installed);
  for (const { hubId } of registers.values()) {
    if (hubs.size >= count) break;
    if (hubId !== null) hubs.add(hubId);
  }
  return [...hubs];
}
