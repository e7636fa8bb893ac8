import type { LocationRef } from '../domain/location.ts';
import { locationPath } from '../domain/location.ts';
import type { Configuration } from './configuration.ts';
import type { EnergySource, ListedLocation, LocationReader } from './ports.ts';
import { type Problem, problemFrom } from './problem.ts';
import { ruleMatches } from './subscriptions.ts';

export interface Roster {
  /** The locations that at least one rule matches, in the order of the sources. */
  readonly locations: readonly ListedLocation[];
  readonly problems: readonly Problem[];
}

export interface FleetRoster extends Roster {
  readonly source: string;
  readonly fleet: string;
}

/** More single look-ups than this cost more than the fleet's list. */
const SINGLE_LOOK_UPS = 10;

/** Finds the locations that the configuration speaks of; a source in trouble does not hide the others. */
export async function readRoster(
  configuration: Configuration,
  sources: ReadonlyMap<string, EnergySource>,
): Promise<Roster> {
  const locations: ListedLocation[] = [];
  const problems: Problem[] = [];
  for await (const fleet of readFleets(configuration, sources)) {
    for (const listed of fleet.locations) locations.push(listed);
    problems.push(...fleet.problems);
  }
  return { locations, problems };
}

/** The same fleet by fleet, so that of any number of locations no more is held at a time than one source's list of one fleet. */
export async function* readFleets(
  configuration: Configuration,
  sources: ReadonlyMap<string, EnergySource>,
): AsyncGenerator<FleetRoster> {
  for (const [sourceName, fleet] of fleetsAskedFor(configuration)) {
    const source = sources.get(sourceName);
    if (source === undefined) continue;
    const problems: Problem[] = [];
    const rules = configuration.reports.filter(({ match }) => match.source === sourceName && match.fleet === fleet);
    const named = new Set(rules.flatMap(({ match }) => (match.locations === '*' ? [] : match.locations)));
    const needsList =
      named.size > SINGLE_LOOK_UPS ||
      rules.some(({ match }) => match.locations === '*' || Object.keys(match.fields).length > 0);

    const listed = needsList ? await listFleet(source, sourceName, fleet, problems) : [];
    const known = new Set(listed.map((entry) => entry.ref.id));
    for (const id of named) {
      if (!known.has(id)) listed.push(...(await lookUp(source, { source: sourceName, fleet, id }, problems)));
    }
    const locations = listed.filter((entry) => rules.some((rule) => ruleMatches(rule, entry)));
    yield { source: sourceName, fleet, locations, problems };
  }
}

function fleetsAskedFor(configuration: Configuration): [source: string, fleet: string][] {
  const pairs = configuration.reports.map(({ match }) => [match.source, match.fleet] as [string, string]);
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
}

async function listFleet(source: EnergySource, sourceName: string, fleet: string, problems: Problem[]) {
  const about = `${sourceName}/${fleet}`;
  try {
    const list = await source.listLocations(fleet);
    if (list.incompleteBecause !== undefined) {
      const message = `The list of locations could not be read to its end: ${list.incompleteBecause}. What was read of it goes on; a later run reads it again.`;
      problems.push({ about, message, retryable: true });
    } else if (list.locations.length === 0) {
      const message = 'The list of locations is empty, so nobody gets a report: check the fleet at its source';
      problems.push({ about, message, retryable: true });
    }
    return list.locations.slice();
  } catch (error) {
    problems.push(problemFrom(about, error));
    return [];
  }
}

async function lookUp(source: EnergySource, ref: LocationRef, problems: Problem[]): Promise<ListedLocation[]> {
  try {
    return [listedAs(await source.openLocation(ref))];
  } catch (error) {
    problems.push(problemFrom(locationPath(ref), error));
    return [];
  }
}

/** A location that was opened, as a list would show it. */
export function listedAs({ location, fields, contacts }: LocationReader): ListedLocation {
  return { ref: location, fields, location, ...(contacts === undefined ? {} : { contacts }) };
}
