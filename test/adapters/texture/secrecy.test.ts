import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createTextureSource } from '../../../shared/adapters/texture/energy-source.ts';
import { createHttpWorld } from '../../support/http-world.ts';
import { type Respond, sendJson, startLoopbackServer } from '../../support/loopback-server.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';
import { SITE, SITE_ID, sourceOptions } from './texture-world.ts';

const KEY = 'canary-key-5c20';
const PERSON = 'canary-person Ada Lovelace, 12 High Street, ada@example.com';

/** Every way in which an answer may be wrong, and each tells who asked and whom it is about. */
const BAD_ANSWERS: readonly [string, Respond][] = [
  ...[400, 401, 403, 404, 429, 500, 501, 502].map((status): [string, Respond] => [
    `status ${status}`,
    (request, response) => sendJson(response, { message: PERSON, details: { error: request.headers }, status }, status),
  ]),
  ['text', (request, response) => response.end(`${PERSON} ${request.headers['texture-api-key']}`)],
  [
    'another shape',
    (request, response) => sendJson(response, { [PERSON]: 1, id: request.headers, data: [{ ts: PERSON }] }),
  ],
  [
    'figures that are words',
    (_, response) => sendJson(response, { data: [{ ts: PERSON, v: PERSON }], meta: { unit: PERSON }, page: PERSON }),
  ],
  [
    'times that are words',
    (_, response) => sendJson(response, { data: [{ ts: PERSON, v: 1 }], meta: { unit: 'WATT_HOURS' } }),
  ],
  ['another unit', (_, response) => sendJson(response, { data: [], meta: { unit: PERSON } })],
  [
    'another site',
    (_, response) =>
      sendJson(response, { id: PERSON, data: [{ ts: null, v: 1, siteId: PERSON }], meta: { unit: 'WATT_HOURS' } }),
  ],
  ['a broken connection', (_, response) => response.destroy()],
];

type Part = 'list' | 'site' | 'customers' | 'metric';

async function errorsAt(broken: Part, respond: Respond, zones: object): Promise<unknown[]> {
  const server = await startLoopbackServer((request, response) => {
    const { pathname } = request.url;
    const part: Part = pathname.includes('/metrics/')
      ? 'metric'
      : pathname.endsWith('/sites')
        ? 'list'
        : pathname.endsWith('/customers')
          ? 'customers'
          : 'site';
    if (part === broken) respond(request, response);
    else if (part === 'site')
      sendJson(response, { id: SITE_ID, name: PERSON, connectedCustomers: [{ id: 'c', email: PERSON }] });
    else sendJson(response, { data: [{ id: SITE_ID, name: PERSON }], page: 1, totalItems: 1, totalPages: 1 });
  });
  const source = createTextureSource(
    sourceOptions(server.origin, createHttpWorld(), { sites: zones }, { apiKey: KEY }),
  );
  expect(inspect(source, { depth: 20, showHidden: true, getters: true })).not.toContain('canary');
  const reading = source.openLocation(SITE).then((reader) => reader.readDay(dayIn('America/Chicago', '2026-11-19')));
  const settled = await Promise.allSettled([source.listLocations('homes'), reading]);
  return settled.flatMap((result) => {
    if (result.status === 'rejected') return [result.reason];
    return 'incompleteBecause' in result.value ? [result.value.incompleteBecause] : [];
  });
}

describe('the key, and what is said of people', () => {
  it.each(BAD_ANSWERS)('stay out of errors at %s', async (_, respond) => {
    const confirmed = { [SITE_ID]: { timeZone: 'America/Chicago' } };
    const found = [
      ...(await errorsAt('list', respond, confirmed)),
      ...(await errorsAt('site', respond, confirmed)),
      ...(await errorsAt('customers', respond, confirmed)),
      ...(await errorsAt('metric', respond, confirmed)),
      ...(await errorsAt('metric', respond, {})),
    ].filter((error) => error !== undefined);

    expect(found.length).toBeGreaterThanOrEqual(4);
    for (const error of found) {
      const shown =
        inspect(error, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(error) + String(error);
      expect(shown).not.toMatch(/canary|Ada|example\.com/);
    }
  });
});
