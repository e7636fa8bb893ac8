import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import type { LocationReader, ObjectStore } from '../../shared/application/ports.ts';
import { type Location, locationPath } from '../../shared/domain/location.ts';
import { aRegister, readingsOf } from '../support/readings-builder.ts';
import { aLocation, aRule, aWorld } from '../support/report-world.ts';

/** Ids as sources may have them: two fleets may well have the same, and one may look like a part of the other's path. */
const ID = fc.constantFrom('a', 'b', 'A', '1', 'a b', 'ä', '..', 'demo', 'x'.repeat(100), 'a%2Fb', 'daily');
const SOME_FLEETS = fc.uniqueArray(fc.tuple(ID, ID), {
  minLength: 2,
  maxLength: 4,
  selector: (pair) => pair.join('/'),
});

const WATTS = [500, 700, 1100, 1300];
const PERIODS = ['2026-11-18', '2026-11-19'];

/** Every location has readings and a reader of its own, so that whatever went astray would show. */
function fleetsOf(pairs: readonly (readonly [string, string])[]) {
  const locations = pairs.map(([fleet, id]): Location => ({ ...aLocation(id), fleet }));
  const rules = locations.map(({ fleet }, index) =>
    aRule({
      match: { source: 'fleet', fleet, locations: [locations[index]?.id ?? ''], fields: {} },
      recipients: [`reader-${index}@example.com`],
    }),
  );
  const home = aWorld({ rules });
  const touched = new Set<string>();
  const touching = <Rest extends unknown[], Result>(call: (key: string, ...rest: Rest) => Result) => {
    return (key: string, ...rest: Rest): Result => {
      touched.add(key);
      return call(key, ...rest);
    };
  };
  const { putNew, get, list } = home.store;
  const watched: ObjectStore = { putNew: touching(putNew), get: touching(get), list: touching(list) };
  const openLocation = async (ref: { readonly fleet: string; readonly id: string }): Promise<LocationReader> => {
    const index = locations.findIndex(({ fleet, id }) => fleet === ref.fleet && id === ref.id);
    const location = locations[index];
    if (location === undefined) throw new Error(`${ref.fleet}/${ref.id} is nowhere`);
    const readDay: LocationReader['readDay'] = async (day) =>
      readingsOf(day, [{ register: aRegister('m', 'main'), powerW: WATTS[index] ?? 0 }]);
    return { location, fields: {}, readDay };
  };
  const parts = { ...home.parts(), ledger: watched, archive: watched, openLocation };
  return { ...home, locations, parts, touched };
}

it('keeps the places of different customers apart: nothing of one is read or written for another', async () => {
  await fc.assert(
    fc.asyncProperty(SOME_FLEETS, async (pairs) => {
      const { locations, parts, touched, store, world } = fleetsOf(pairs);
      const keysOf = new Map<string, Set<string>>();
      for (const period of PERIODS) {
        for (const location of locations) {
          touched.clear();
          const request = { location: locationPath(location), period };
          const { report } = await fulfilRequest(parts, request, optionsFor(request));
          expect(report?.totals.consumption.energyKWh).toBeCloseTo(
            (24 * (WATTS[locations.indexOf(location)] ?? 0)) / 1000,
          );
          const own = keysOf.get(request.location) ?? new Set();
          keysOf.set(request.location, own);
          for (const key of touched) if (store.objects.has(key)) own.add(key);
        }
      }
      const all = [...keysOf.values()].flatMap((keys) => [...keys]);
      expect(new Set(all).size).toBe(all.length);
      const mails = world.mailer.sent.map(({ to, content }) => `${to} ${content.subject}`);
      expect(mails.sort()).toEqual(
        locations
          .flatMap(({ label }, index) => PERIODS.map((period) => `reader-${index}@example.com ${label} ${period}`))
          .sort(),
      );
    }),
    { numRuns: 60 },
  );
});
