import { seededRandom } from '../../support/seeded-random.ts';
import { bytewise } from './mutations/bytewise.ts';
import { type Draw, drawFrom } from './mutations/draw.ts';
import { treewise } from './mutations/treewise.ts';
import type { Endpoint, HostileCase } from './reply.ts';
import { isTelling } from './telling.ts';

const ENDPOINTS: readonly (readonly [Endpoint, number])[] = [
  ['aggregate', 8],
  ['historical', 8],
  ['register', 5],
  ['location', 2],
  ['list', 3],
  ['metadata', 1],
  ['installation', 2],
  ['token', 1],
];
const BY_WEIGHT = ENDPOINTS.flatMap(([endpoint, weight]) => new Array<Endpoint>(weight).fill(endpoint));
const MOST_TRIES = 50;

/**
 * Honest answers with one to three things wrong in them, drawn from a seed. Each may be refused, or be read as if nothing
 * were, or with a word about what is missing. What nobody could tell from the truth, such as another number of the same
 * size, is drawn again.
 */
export function generatedCases(
  count: number,
  seed: number,
  honest: Readonly<Record<Endpoint, string>>,
): readonly HostileCase[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = drawFrom(seededRandom(`${seed} ${index}`));
    const endpoint = draw.oneOf(BY_WEIGHT);
    const { body, what } = spoiled(endpoint, honest[endpoint], draw);
    return {
      name: `generated ${index} (seed ${seed}), ${endpoint}: ${what}`,
      replies: {
        // The honest answers name the fleet "curb"; each case is a fleet of its own.
        [endpoint]: ({ url }: { url: URL }) => ({ body: renamed(body, url) }),
      },
      ending: 'either',
      reads: endpoint === 'list' ? 'list' : 'day',
    } satisfies HostileCase;
  });
}

function spoiled(endpoint: Endpoint, honest: string, draw: Draw): { body: string | Uint8Array; what: string } {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const changed = draw.below(4) === 0 ? bytewise(honest, draw) : treewise(honest, draw);
    if (isTelling(endpoint, honest, changed.body)) return changed;
  }
  throw new Error('Nothing was found that is wrong enough');
}

function renamed(body: string | Uint8Array, url: URL): string | Uint8Array {
  const fleet = url.pathname.split('/')[2] ?? '';
  return typeof body === 'string' ? body.replaceAll('/api/curb/', `/api/${fleet}/`) : body;
}
