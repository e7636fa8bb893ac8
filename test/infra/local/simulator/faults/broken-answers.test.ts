import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../../infra/local/simulator/faults/fault.ts';
import { HOUSE_ID, NOW_EPOCH_MS, type RunningSimulator, runSimulator } from '../simulator-client.ts';

const PATH = `/api/curb/location/${HOUSE_ID}`;

const ask = (simulator: RunningSimulator, signal?: AbortSignal) =>
  request(`${simulator.origin}${PATH}`, {
    headers: { authorization: `Bearer ${simulator.token}` },
    signal: signal ?? null,
  });

const brokenBy = async (fault: Fault) => ask(await runSimulator({ faults: [fault] }));

describe('an answer of another status', () => {
  it.each([401, 403, 404, 429, 500, 503])('%i', async (status) => {
    const { statusCode, body } = await brokenBy({ kind: 'status', status });
    expect(statusCode).toBe(status);
    expect(await body.json()).toEqual({ detail: 'Fault on request.' });
  });

  it.each([
    [7, '7'],
    [new Date(NOW_EPOCH_MS + 90_000).toUTCString(), 'Fri, 20 Nov 2026 12:01:30 GMT'],
    ['soon', 'soon'],
  ])('429 with Retry-After %s', async (value, header) => {
    const { statusCode, headers, body } = await brokenBy({ kind: 'retry-after', value });
    await body.dump();
    expect([statusCode, headers['retry-after']]).toEqual([429, header]);
  });

  it('302 to another place', async () => {
    const { statusCode, headers, body } = await brokenBy({ kind: 'redirect', to: 'http://attacker.test/' });
    await body.dump();
    expect([statusCode, headers['location']]).toEqual([302, 'http://attacker.test/']);
  });
});

describe('an answer that is no JSON', () => {
  it('but a page', async () => {
    const { statusCode, headers, body } = await brokenBy({ kind: 'html' });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await body.text()).toMatch(/^<!doctype html>/);
  });

  it('but nothing', async () => {
    const { statusCode, body } = await brokenBy({ kind: 'empty-body' });
    expect([statusCode, await body.text()]).toEqual([200, '']);
  });

  it('but half of it, said to be all', async () => {
    const { body } = await brokenBy({ kind: 'truncated' });
    const text = await body.text();
    expect(text).toMatch(/^\{"id"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('but half of it, then nothing', async () => {
    const { body } = await brokenBy({ kind: 'truncated', announced: 'full' });
    await expect(body.text()).rejects.toThrow();
  });

  it('by its type alone', async () => {
    const { headers, body } = await brokenBy({ kind: 'content-type', contentType: 'text/plain' });
    expect(headers['content-type']).toBe('text/plain');
    expect(await body.json()).toMatchObject({ id: HOUSE_ID });
  });
});

describe('an answer that is too much', () => {
  it('streams as many bytes as it was told to, all of them one JSON document', async () => {
    const { headers, body } = await brokenBy({ kind: 'huge-body', bytes: 3_000_000 });
    expect(headers['content-length']).toBeUndefined();
    const text = await body.text();
    expect(text.length).toBeGreaterThan(3_000_000);
    expect(JSON.parse(text)).toHaveProperty('padding');
  });

  it('stops when the reader has had enough of its 200 MB', async () => {
    const simulator = await runSimulator({ faults: [{ kind: 'huge-body', times: 1 }] });
    const { body } = await ask(simulator);
    for await (const chunk of body) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect((await simulator.get('/api/ping')).status).toBe(200);
  });

  it('unpacks to a thousand times what it is', async () => {
    const { headers, body } = await brokenBy({ kind: 'gzip-bomb', bytes: 20_000_000 });
    expect(headers['content-encoding']).toBe('gzip');
    const packed = Buffer.from(await body.arrayBuffer());
    expect(packed.length).toBeLessThan(100_000);
    const text = gunzipSync(packed).toString();
    expect(text.length).toBeGreaterThan(20_000_000);
    expect(JSON.parse(text)).toHaveProperty('padding');
  });
});

describe('an answer that does not come', () => {
  it('in one piece, but whole in the end', async () => {
    const simulator = await runSimulator({ faults: [{ kind: 'slow-drip', bytesPerChunk: 40, intervalMs: 1 }] });
    const { headers, body } = await ask(simulator);
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(3);
    expect(Number(headers['content-length'])).toBe(Buffer.concat(chunks).length);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ id: HOUSE_ID });
  });

  it('because the connection is reset; the log knows no status', async () => {
    const simulator = await runSimulator({ faults: [{ kind: 'reset' }] });
    await expect(ask(simulator)).rejects.toThrow();
    expect(simulator.requests.records.at(-1)).toMatchObject({ path: PATH, status: null });
  });

  it('at all, until the caller goes away', async () => {
    const simulator = await runSimulator({ faults: [{ kind: 'hang', times: 1 }] });
    const caller = new AbortController();
    const hanging = ask(simulator, caller.signal);
    while (simulator.requests.count(PATH) === 0) await new Promise((resolve) => setImmediate(resolve));
    caller.abort(new Error('gone'));
    await expect(hanging).rejects.toThrow('gone');
    expect((await simulator.get(PATH)).status).toBe(200);
  });

  it('at all, and does not keep the simulator from closing', async () => {
    const simulator = await runSimulator({ faults: [{ kind: 'hang' }] });
    const hanging = expect(ask(simulator)).rejects.toThrow();
    while (simulator.requests.count(PATH) === 0) await new Promise((resolve) => setImmediate(resolve));
    await simulator.close();
    await hanging;
  });

  it('at once, but late', async () => {
    const { statusCode, body } = await brokenBy({ kind: 'delay', ms: 5 });
    expect([statusCode, await body.json()]).toMatchObject([200, { id: HOUSE_ID }]);
  });
});
