import { type Answer, ok, Refusal } from '../answer.ts';
import { decodedSegments } from '../router.ts';
import { METRICS, type MetricName, metricBody } from './metric-answer.ts';
import { parseMetricQuery } from './metric-query.ts';
import { invalidParameter, nothingThere } from './refusals.ts';
import type { SimulatedSite, SimulatedWorkspace } from './simulated-workspace.ts';

export type TextureCall = {
  readonly workspace: SimulatedWorkspace;
  readonly url: URL;
  readonly nowEpochMs: number;
  /** Whether a bucket that begins at `filterRangeBefore` is answered too; the API's document does not say. */
  readonly includesEnd: boolean;
};

/** Answers a path below `/v1`; 404 for what the simulator does not have. */
export async function answerTexture(call: TextureCall): Promise<Answer> {
  const { sites, customers } = call.workspace;
  const [root, version, what, key, part, ...more] = decodedSegments(call.url.pathname);
  if (root !== '' || version !== 'v1' || more.length > 0) return nothingThere();
  if (what === 'sites' && key === undefined) {
    const wanted = call.url.searchParams.getAll('referenceId');
    const all = sites.map(({ site }) => site);
    return page(call, wanted.length === 0 ? all : all.filter(({ referenceId }) => wanted.includes(referenceId ?? '')));
  }
  if (what === 'sites') {
    const found = sites.find(({ site }) => site.id === key);
    if (found === undefined) return nothingThere();
    if (part === undefined) return ok(found.site);
    return part === 'alerts' ? page(call, found.alerts) : nothingThere();
  }
  if (part !== undefined) return nothingThere();
  if (what === 'customers' && key === undefined) {
    const wanted = call.url.searchParams.get('referenceId');
    return page(call, wanted === null ? customers : customers.filter(({ referenceId }) => referenceId === wanted));
  }
  return what === 'metrics' && isMetric(key) ? await answerMetric(call, key) : nothingThere();
}

const isMetric = (text: string | undefined): text is MetricName => METRICS.some((metric) => metric === text);

async function answerMetric({ workspace, url, nowEpochMs, includesEnd }: TextureCall, metric: MetricName) {
  const nowEpochSeconds = Math.floor(nowEpochMs / 1000);
  const query = parseMetricQuery(url.searchParams, nowEpochSeconds);
  if (query.siteIds.length === 0) {
    return invalidParameter('At least one deviceId must be specified if grouping by device');
  }
  const sites = workspace.sites.filter(({ site }) => query.siteIds.includes(site.id));
  await Promise.all(sites.map(({ place }: SimulatedSite) => place.prepare?.()));
  return ok(metricBody(metric, sites, query, nowEpochSeconds, includesEnd));
}

function page(call: TextureCall, items: readonly object[]): Answer {
  const number = wholeNumber(call.url, 'page', 1000, 1);
  const perPage = wholeNumber(call.url, 'perPage', 100, 10);
  return ok({
    data: items.slice((number - 1) * perPage, number * perPage),
    page: number,
    perPage,
    totalItems: items.length,
    totalPages: Math.ceil(items.length / perPage),
  });
}

function wholeNumber(url: URL, name: string, most: number, unlessGiven: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return unlessGiven;
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < 1 || number > most) {
    throw new Refusal(invalidParameter(`${name}: must be a whole number from 1 to ${most}`));
  }
  return number;
}
