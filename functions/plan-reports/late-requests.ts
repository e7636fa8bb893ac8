import { builtOnce } from '../../shared/application/built-once.ts';
import type { ReportRequests } from './report-requests.ts';

/** Requests whose client is loaded with the first of them: most ticks find nothing to ask for. */
export function createLateRequests(load: () => Promise<ReportRequests>): ReportRequests {
  const requests = builtOnce(load);
  return {
    queue: {
      async send(due) {
        if (due.length > 0) await (await requests()).queue.send(due);
      },
    },
    askForDigest: async () => (await requests()).askForDigest(),
  };
}
