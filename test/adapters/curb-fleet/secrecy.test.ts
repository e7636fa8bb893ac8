import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createCurbFleetSource } from '../../../shared/adapters/curb-fleet/energy-source.ts';
import { createHttpWorld } from '../../support/http-world.ts';
import { type Respond, sendJson, startLoopbackServer } from '../../support/loopback-server.ts';
import { dayIn, sourceOptions } from './curb-world.ts';

const TOKEN = 'canary-token-7d41';
const SECRET = 'canary-secret-90c2';
const PERSON = 'canary-person Ada Lovelace, 12 High Street';

/** Every way in which an answer may be wrong, and each tells who asked and whom it is about. */
const BAD_ANSWERS: readonly [string, Respond][] = [
  ...[400, 401, 403, 404, 405, 429, 500, 501, 503].map((status): [string, Respond] => [
    `status ${status}`,
    (request, response) => sendJson(response, { error: PERSON, echo: request.headers.authorization }, status),
  ]),
  [
    'a redirect',
    (request, response) => response.writeHead(302, { location: `//x/?${request.headers.authorization}` }).end(),
  ],
  ['text', (request, response) => response.end(`${PERSON} ${request.headers.authorization}`)],
  ['a web page', (request, response) => response.end(`<p>${PERSON} ${request.headers.authorization} ${request.body}`)],
  [
    'another shape',
    (request, response) => sendJson(response, { [PERSON]: 1, id: { [TOKEN]: request.headers.authorization } }),
  ],
  [
    'a label for a number',
    (_, response) => sendJson(response, { id: PERSON, results: [{ kwh: PERSON }], timezone: 5 }),
  ],
  ['a zone that is a name', (_, response) => sendJson(response, { id: 'house', timezone: `${TOKEN}` })],
  ['a broken connection', (_, response) => response.destroy()],
  [
    'a broken answer',
    (_, response) => response.writeHead(200, { 'content-length': '99' }).write(PERSON, () => response.destroy()),
  ],
];

describe('credentials, tokens and what is said of people', () => {
  it.each(BAD_ANSWERS)('stay out of errors at %s', async (_, respond) => {
    const found: unknown[] = [];
    for (const broken of ['token', 'location', 'list', 'day'] as const)
      found.push(...(await errorsAt(broken, respond)));
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const error of found) {
      const shown =
        inspect(error, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(error) + String(error);
      expect(shown).not.toMatch(/canary-secret|canary-person|Ada|Bearer/);
      // The name of a zone is quoted, as somebody has to correct it; it is no secret where it comes from.
      if (!shown.includes('InvalidLocationError')) expect(shown).not.toContain(TOKEN);
    }
  });

  it('stay out of the source itself', async () => {
    const { source } = await startBroken('list', (_, response) => sendJson(response, {}, 500));
    const reader = await source.openLocation({ source: 'curb', fleet: 'curb', id: 'house' });
    const shown = inspect([source, reader], { depth: 20, showHidden: true, getters: true });
    expect(shown).not.toMatch(/canary-token|canary-secret/);
  });
});

type Broken = 'token' | 'location' | 'list' | 'day';

async function errorsAt(broken: Broken, respond: Respond): Promise<unknown[]> {
  const { source } = await startBroken(broken, respond);
  const ref = { source: 'curb', fleet: 'curb', id: 'house' };
  const reading = source.openLocation(ref).then((reader) => reader.readDay(dayIn('America/Chicago', '2026-11-19')));
  const settled = await Promise.allSettled([source.listLocations('curb'), reading]);
  return settled.map((result) => (result.status === 'rejected' ? result.reason : undefined)).filter((error) => error);
}

async function startBroken(broken: Broken, respond: Respond) {
  const server = await startLoopbackServer((request, response) => {
    const { pathname } = request.url;
    const part: Broken =
      pathname === '/oauth/token'
        ? 'token'
        : pathname.endsWith('/location')
          ? 'list'
          : pathname.endsWith('/house')
            ? 'location'
            : 'day';
    if (part === broken) respond(request, response);
    else if (part === 'token') sendJson(response, { access_token: TOKEN, expires_in: 86_400 });
    else sendJson(response, { id: 'house', timezone: 'America/Chicago', label: PERSON, results: [] });
  });
  const options = sourceOptions(
    { origin: server.origin, tokenUrl: `${server.origin}/oauth/token` },
    createHttpWorld(),
    {
      clientSecret: SECRET,
    },
  );
  return { source: createCurbFleetSource(options), server };
}
