import type { MetricReason } from '../shared/application/metrics.ts';
import { SHRUNK_LIST } from '../shared/application/planning/shrunk-lists.ts';
import type { Problem } from '../shared/application/problem.ts';

const REASONS: Readonly<Record<string, MetricReason>> = {
  SourceAccessError: 'access',
  SourceUnavailableError: 'unavailable',
  UnexpectedPayloadError: 'payload',
  UnknownLocationError: 'unknown_location',
  InvalidLocationError: 'invalid_location',
  StoreError: 'store',
  ArchiveConflictError: 'conflict',
  [SHRUNK_LIST]: 'shrunk_list',
};

/** What a metric calls an error of this name. */
export function reasonOfError(name: string): MetricReason {
  return REASONS[name] ?? 'defect';
}

/** A problem without an error behind it is about a location that cannot be used, or a list that broke off. */
export function reasonOfProblem({ code, retryable }: Problem): MetricReason {
  if (code !== undefined) return reasonOfError(code);
  return retryable ? 'unavailable' : 'invalid_location';
}
