import type { SimulatedLocation } from '../../infra/local/simulator/simulated-fleet.ts';
import { simulatedHouse } from '../infra/local/simulator/simulated-house.ts';

/** Words that belong to people. Each holds "canary", so that whatever repeats one of them gives itself away. */
export const CANARY = {
  owner: 'canary.owner@reader.example',
  label: 'Casa canary',
  register: 'Canary sauna',
  organization: 'Canary Estates',
  address: '12 Canary Lane',
  postcode: 'CANARY-78704',
  city: 'Canaryville',
  geocode: '30.99887766,-97.11223344',
} as const;

/** What an angry server may put into an answer: everything that it knows of a place and of who asks. */
export const TELLTALE = JSON.stringify({
  error: `${CANARY.owner} at ${CANARY.address}`,
  message: Object.values(CANARY).join(', '),
  detail: CANARY,
});

/** The words themselves, the hub's network address, and the beginnings of tokens and of their header. */
const TRACES = /canary|30\.9988|97\.1122|192\.0\.2\.10|eyJ[A-Za-z0-9]|Bearer/i;

/** What of it a text repeats, with a little of what stands around it; nothing, in a text that keeps silent. */
export function tracesIn(text: string): string[] {
  const traces = text.matchAll(new RegExp(`.{0,60}(?:${TRACES.source}).{0,60}`, 'gi'));
  return [...traces].map(([trace]) => trace);
}

/** A house of which everything that can be known is a canary. */
export function canaryHouse(id: string): SimulatedLocation {
  const house = simulatedHouse({
    id,
    label: CANARY.label,
    city: CANARY.city,
    postcode: CANARY.postcode,
    hubPrefix: id,
  });
  const { address, geocode, organization } = CANARY;
  return {
    ...house,
    location: { ...house.location, address, geocode, organization, state: CANARY.city },
    registers: house.registers.map((register) => ({ ...register, label: CANARY.register, organization })),
  };
}
