import type { StoreWatch } from '../models/simulated-store.ts';
import type { WatchContext } from './watch-context.ts';

const FILE = /^reports\/[^/]+\/[^/]+\/[^/]+\/(?:daily|weekly|monthly|cycle)\/[^/]+\/r\d+\/report\.(pdf|csv|json)$/;

/** Checks every file as it comes into the archive, and that nobody ever makes another one of the same snapshot. */
export function createArchiveWatch({ world }: WatchContext): StoreWatch {
  return {
    created(key, _bytes, actor) {
      if (key.startsWith('facts/v1/')) return;
      const format = FILE.exec(key)?.[1];
      if (format === undefined) return world.violate('every archive key is known', key);
      actor.lastStep = format === 'json' ? undefined : 'between-files';
    },
    exists(key, bytes, actor, there) {
      const isSame = Buffer.from(there.bytes).equals(bytes);
      if (key.startsWith('reports/') && !isSame) world.violate('the same snapshot gives the same bytes', key);
      const isOwn = there.actor === actor && isSame;
      world.sometimes(
        isOwn ? 'a taken key that holds our own bytes (own 412)' : "a taken key that holds another's bytes (other 412)",
      );
    },
  };
}
