/** What a register measures: the connection to the grid, one load, a source of energy, or a store of it. */
export type RegisterRole = 'main' | 'circuit' | 'production' | 'battery';

/** One metered channel as its source names it. */
export interface Register {
  readonly id: string;
  readonly label: string;
  readonly role: RegisterRole;
  /**
   * True for mains and for sources tied in between the utility and the mains: their signed sum is the net grid energy.
   * A production or battery register without it sits behind the mains, which then see less than the house uses.
   */
  readonly measuresGrid: boolean;
  /** The hub that the register is wired to; null where the source has no hubs. */
  readonly hubId: string | null;
  /** When the source first knew the register, in ISO 8601; null where it does not say. */
  readonly createdAt: string | null;
}

/** True for a source or store behind the mains: its power never passes through them. */
export function isBehindMains(register: Register): boolean {
  return (register.role === 'production' || register.role === 'battery') && !register.measuresGrid;
}

/** True for the registers that consumption is computed from: mains, and whatever feeds the house behind them. */
export function entersConsumption(register: Register): boolean {
  return register.role === 'main' || isBehindMains(register);
}
