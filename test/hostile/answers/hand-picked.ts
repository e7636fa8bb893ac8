import { DAY_CASES } from './cases/day-cases.ts';
import { HTTP_CASES } from './cases/http-cases.ts';
import { JSON_CASES } from './cases/json-cases.ts';
import { LIST_CASES } from './cases/list-cases.ts';
import { PLACE_CASES } from './cases/place-cases.ts';
import { MORE_WIRE_CASES, WIRE_CASES } from './cases/wire-cases.ts';
import type { HostileCase } from './reply.ts';

/** Hostile answers that somebody thought of, from the bytes on the wire to what a fleet may say of a day. */
export const HAND_PICKED: readonly HostileCase[] = [
  ...WIRE_CASES,
  ...MORE_WIRE_CASES,
  ...HTTP_CASES,
  ...JSON_CASES,
  ...LIST_CASES,
  ...PLACE_CASES,
  ...DAY_CASES,
];
