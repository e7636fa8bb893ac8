import { type EveryCallCase, tryPairs, trySingles } from './every-call.ts';
import { runReplays } from './replay-run.ts';
import { runVolume } from './volume-run.ts';
import type { Trouble } from './volume-settings.ts';
import { runZones, type ZonesSettings } from './zone-run.ts';

/** What a thread may be asked to do. */
export type Task =
  | { readonly kind: 'volume'; readonly seed: string; readonly reports: number; readonly trouble?: Trouble }
  | { readonly kind: 'replays'; readonly seed: string; readonly reports: number }
  | { readonly kind: 'singles'; readonly tried: EveryCallCase }
  | { readonly kind: 'pairs'; readonly tried: EveryCallCase; readonly share: number; readonly shares: number }
  | { readonly kind: 'zones'; readonly settings: ZonesSettings };

export async function runTask(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'volume':
      return await runVolume(task.seed, task.reports, task.trouble);
    case 'replays':
      return await runReplays(task.seed, task.reports);
    case 'singles':
      return await trySingles(task.tried);
    case 'pairs':
      return await tryPairs(task.tried, task.share, task.shares);
    case 'zones':
      return await runZones(task.settings);
  }
}
