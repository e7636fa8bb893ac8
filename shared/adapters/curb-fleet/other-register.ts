import { OTHER_ID, type WireRegister } from './wire.ts';

/**
 * Finds the virtual register in which the API tells its own Other; undefined when there is none. Its shape is not documented:
 * it is known by a mark, or else by its label together with an id that no register list has, since a circuit may be called Other too.
 */
export function findOther(
  registers: readonly WireRegister[],
  isListed: (registerId: string) => boolean,
): WireRegister | undefined {
  const marked = registers.find((register) => register.other === true || register.id === OTHER_ID);
  if (marked !== undefined) return marked;
  const named = registers.filter((register) => register.label === 'Other' && !isListed(register.id));
  return named.length === 1 ? named[0] : undefined;
}
