import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { cuidOf, type SiteOptions, siteOfPlace } from '../../../../../infra/local/simulator/texture/site-of-place.ts';
import { startTextureSimulator } from '../../../../../infra/local/simulator/texture/start-texture-simulator.ts';
import { simulatedHouse } from '../simulated-house.ts';

/** The API's own document, where somebody has put it; it is no part of this project. */
const DOCUMENT =
  process.env['METERPOST_TEXTURE_OPENAPI'] ??
  resolve(import.meta.dirname, '../../../../../../shared/seeds/002_e176ed6a83bf4677.txt');

type Json = { readonly [key: string]: Json };

const readDocument = (): Json => JSON.parse(readFileSync(DOCUMENT, 'utf8'));

/** The schema of an answer of the document, as zod checks it. */
function schemaOf(document: Json, path: string, status: number): z.ZodType {
  const answer = document['paths']?.[path]?.['get']?.['responses']?.[String(status)];
  const schema = answer?.['content']?.['application/json']?.['schema'];
  if (schema === undefined) throw new Error(`The document tells no answer ${status} of ${path}`);
  const whole = { $defs: document['components']?.['schemas'], allOf: [schema] };
  const local = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'));
  return z.fromJSONSchema(local);
}

const customers = ['ada', null].map((name, index) => ({
  id: cuidOf(`customer ${index}`),
  workspaceId: cuidOf('workspace'),
  referenceId: null,
  firstName: name,
  lastName: null,
  email: name === null ? null : `${name}@example.com`,
  createdAt: null,
}));

const alerts: SiteOptions['alerts'] = [
  {
    id: cuidOf('alert'),
    sourceSystem: 'texture',
    type: 'COMMUNICATIONS',
    severity: 'WARNING',
    status: 'RESOLVED',
    title: 'Inverter does not answer',
    deviceId: null,
    createdAt: '2026-11-18T12:00:00.000Z',
    updatedAt: '2026-11-18T13:00:00.000Z',
    resolvedAt: '2026-11-18T13:00:00.000Z',
  },
];

const NOW = Date.parse('2026-11-20T12:00:00Z');
const SITE = siteOfPlace(simulatedHouse(), { customers, alerts });
const RANGE = `filterSiteId=${SITE.site.id}&filterRangeAfter=2026-11-19T06:00:00Z&filterRangeBefore=2026-11-20T06:00:00Z`;
const METRICS = ['consumption', 'production', 'storage', 'emissions', 'generation', 'grid-energy'];

async function ask(path: string, key = 'key') {
  const simulator = await startTextureSimulator({
    workspace: {
      sites: [SITE],
      customers: customers.map((one) => ({ ...one, connectedSiteIds: [SITE.site.id], connectedDeviceIds: [] })),
    },
    apiKey: 'key',
    clock: () => NOW,
  });
  onTestFinished(() => simulator.close());
  const answer = await fetch(`${simulator.origin}/v1${path}`, { headers: { 'texture-api-key': key } });
  return { status: answer.status, body: (await answer.json()) as Json };
}

const isThere = existsSync(DOCUMENT);
describe.skipIf(!isThere)(
  isThere
    ? 'every answer of the simulated workspace'
    : `skipped: the OpenAPI document of the Texture API is not at ${DOCUMENT}; METERPOST_TEXTURE_OPENAPI may name it`,
  () => {
    it.each([
      ['/sites', '/sites?perPage=100', 200],
      ['/sites/{id}', `/sites/${SITE.site.id}`, 200],
      ['/sites/{id}/alerts', `/sites/${SITE.site.id}/alerts`, 200],
      ['/customers', '/customers?page=1&perPage=100', 200],
      ...METRICS.flatMap((metric) => [
        [`/metrics/${metric}`, `/metrics/${metric}?${RANGE}&windowSize=FIFTEEN_MINUTES&groupBy=SITE`, 200] as const,
        [`/metrics/${metric}`, `/metrics/${metric}?${RANGE}&windowSize=DAY`, 200] as const,
        [`/metrics/${metric}`, `/metrics/${metric}?filterRangeRelative=100d`, 400] as const,
      ]),
    ] as const)('is as the document has it: %s, asked as %s, %i', async (documented, path, status) => {
      const answer = await ask(path);

      expect(answer.status).toBe(status);
      const { error } = schemaOf(readDocument(), documented, status).safeParse(answer.body);
      expect(error?.issues ?? []).toEqual([]);
      if (status === 200) expect(Object.keys(answer.body)).not.toEqual([]);
    });

    it('could fail: the document refuses what is not as it says', () => {
      const metric = schemaOf(readDocument(), '/metrics/generation', 200);
      const meta = {
        label: 'x',
        unit: 'WATT_HOURS',
        displayUnit: 'whr',
        sparse: false,
        domainMeta: { label: 'x', sparse: false, rate: { unit: 'WATT_HOURS', displayUnit: 'whr', scaleFactor: 1 } },
      };

      expect(metric.safeParse({ data: [], meta }).success).toBe(true);
      expect(metric.safeParse({ data: [], meta: { ...meta, unit: 'KILOWATT_HOURS' } }).success).toBe(false);
      expect(metric.safeParse({ data: [{ ts: 'yesterday', v: 1 }], meta }).success).toBe(false);
      expect(metric.safeParse({ data: [{ ts: null, v: '1' }], meta }).success).toBe(false);
    });

    it('takes what the source asks for, by name', () => {
      const parameters = readDocument()['paths']?.['/metrics/grid-energy']?.['get']?.['parameters'];
      const names = Object.values(parameters ?? {}).map((parameter) => String(parameter['name']));

      expect(names).toEqual(
        expect.arrayContaining(['filterSiteId', 'filterRangeAfter', 'filterRangeBefore', 'windowSize', 'groupBy']),
      );
    });
  },
);

describe('the simulated workspace', () => {
  it('has ten entries a page unless asked for more, and never more than a hundred', async () => {
    expect((await ask('/customers')).body).toMatchObject({ perPage: 10, page: 1, totalItems: 2, totalPages: 1 });
    expect((await ask('/sites?perPage=101')).status).toBe(400);
    expect((await ask('/sites?page=1001')).status).toBe(400);
    expect((await ask('/sites?page=2&perPage=1')).body['data']).toEqual([]);
  });

  it('opens for its key alone, and has nothing else', async () => {
    expect((await ask('/sites', 'other')).status).toBe(403);
    expect((await ask('/sites/nobody')).status).toBe(404);
    expect((await ask('/devices')).status).toBe(404);
  });

  it('has days of UTC only, and adds amounts up where a level is the latest', async () => {
    const quarters = (await ask(`/metrics/consumption?${RANGE}&groupBy=SITE`)).body['data'];
    const days = (await ask(`/metrics/consumption?${RANGE}&windowSize=DAY&groupBy=SITE`)).body['data'];
    const sum = (rows: Json | undefined) =>
      Object.values(rows ?? {}).reduce((total, one) => total + Number(one['v']), 0);

    expect(Object.values(days ?? {}).map((one) => one['ts'])).toEqual([
      '2026-11-19T00:00:00.000Z',
      '2026-11-20T00:00:00.000Z',
    ]);
    expect(sum(days)).toBeCloseTo(sum(quarters), 3);
    const levels = (await ask(`/metrics/storage?${RANGE}&windowSize=DAY&groupBy=SITE`)).body['data'];
    expect(Object.values(levels ?? {})[0]?.['v']).toBeCloseTo(400 * 24 * 0.9, 3);
  });
});
