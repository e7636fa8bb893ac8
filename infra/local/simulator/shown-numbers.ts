/** Power as the API prints it: whole watts, or with three decimals when the simulator was asked to keep them. */
export function shownWatts(powerW: number, keepDecimals: boolean): number {
  const scale = keepDecimals ? 1000 : 1;
  return Math.round(powerW * scale) / scale + 0;
}

/** Energy with the noise of binary fractions taken off, far below anything that a meter could tell. */
export function shownKWh(energyKWh: number): number {
  return Math.round(energyKWh * 1e9) / 1e9 + 0;
}
