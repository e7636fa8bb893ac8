import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import { SITE_ID } from './texture-world.ts';

export interface Row {
  ts: string | null;
  v: number | null;
  deviceId: string | null;
  siteId: string | null;
  customerId: null;
}

export interface MetricBody {
  data: Row[];
  meta: { unit: string; series: string[] | null; sparse: boolean };
}

/** Changes parts of what a metric answers. */
export function editing(metric: string, edit: (body: MetricBody) => Partial<MetricBody>): Fault {
  return {
    kind: 'edit',
    path: `/metrics/${metric}`,
    edit: (body) => ({ ...(body as MetricBody), ...edit(body as MetricBody) }),
  };
}

export const row = (over: Partial<Row> = {}): Row => ({
  ts: '2026-11-19T18:00:00.000Z',
  v: 100,
  deviceId: null,
  siteId: SITE_ID,
  customerId: null,
  ...over,
});

/** True for rows from an hour of the day of UTC up to another. */
export const between =
  (fromHour: number, toHour: number) =>
  ({ ts }: Row) => {
    const hour = new Date(ts ?? '').getUTCHours();
    return hour >= fromHour && hour < toHour;
  };
