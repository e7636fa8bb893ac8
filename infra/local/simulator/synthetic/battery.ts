/** A home battery that takes up surplus sun by day, and gives it back from the evening on. */
export type BatteryDesign = { readonly capacityKWh: number; readonly maxPowerW: number };

const ROUND_TRIP = 0.9;
/** Share of a surplus or a need that its control catches. */
const FOLLOWS = 0.96;
const CHARGES_FROM_HOUR = 7;
const DISCHARGES_FROM_HOUR = 17;

/**
 * Power of the battery in each slot of one cycle of a day, in W: + charging, − discharging. The cycle starts before dawn. Takes no more than the evening will use, so that it
 * begins and ends the cycle empty and cycles need nothing of each other. `netW` is load less production; `hours` the local hours.
 */
export function batteryPowerW(
  design: BatteryDesign,
  netW: readonly number[],
  hours: readonly number[],
  slotSeconds: number,
): number[] {
  const kWhPerWatt = slotSeconds / 3_600_000;
  const evening = hours.findIndex((hour) => hour >= DISCHARGES_FROM_HOUR);
  const followed = (watts: number) => Math.min(design.maxPowerW, Math.max(0, watts * FOLLOWS));
  const offered = netW.map((net, slot) =>
    slot < evening && (hours[slot] ?? 0) >= CHARGES_FROM_HOUR ? followed(-net) : 0,
  );
  const wanted = netW.map((net, slot) => (slot >= evening ? followed(net) : 0));
  const offeredKWh = offered.reduce((sum, watts) => sum + watts, 0) * kWhPerWatt * ROUND_TRIP;
  const wantedKWh = wanted.reduce((sum, watts) => sum + watts, 0) * kWhPerWatt;
  const givenKWh = Math.min(design.capacityKWh, offeredKWh, wantedKWh);

  const charge = takeInTurn(offered, givenKWh / ROUND_TRIP / kWhPerWatt);
  const discharge = takeInTurn(wanted, givenKWh / kWhPerWatt);
  return charge.map((watts, slot) => watts - (discharge[slot] ?? 0));
}

/** From the first slot on, as much as each has, until the limit is reached. */
function takeInTurn(available: readonly number[], limit: number): number[] {
  let left = limit;
  return available.map((watts) => {
    const taken = Math.min(watts, left);
    left -= taken;
    return taken;
  });
}
