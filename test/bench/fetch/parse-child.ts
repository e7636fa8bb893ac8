import { wireHistorical } from '../../../shared/adapters/curb-fleet/wire.ts';
import { checkShape } from '../../../shared/adapters/http/check-shape.ts';
import { parseJson } from '../../../shared/adapters/http/parse-json.ts';
import { serveSamples } from '../measure/serve-samples.ts';
import { dayOfRegisters } from './day-of-registers.ts';

/** A day's answer as plain JSON, or judged by its schema from the bytes on. */
export interface ParseInput {
  readonly how: 'text' | 'judged';
}

serveSamples(({ how }: ParseInput) => {
  const answer = dayOfRegisters(36);
  const text = answer.toString();
  const judge = () => checkShape(wireHistorical, parseJson(answer, 'bench'), 'bench');
  return { run: how === 'text' ? () => JSON.parse(text) : judge };
});
