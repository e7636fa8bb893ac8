/** The answer of a fleet about the power of one day: so many registers, a sample every five minutes. */
export function dayOfRegisters(registers: number, samples = 288): Buffer {
  const start = Date.UTC(2026, 10, 19) / 1000;
  const body = {
    resolution: '5m',
    start,
    end: start + 86_399,
    registers: Array.from({ length: registers }, (_, number) => ({
      id: `register-${number}`,
      label: `Circuit ${number}`,
      installation: 'hub-1',
      circuit_type: number === 0 ? 'main' : 'consumption',
      grid: number === 0,
      production: false,
      battery: false,
      number,
      multiplier: 1,
      inverted: false,
    })),
    results: Array.from({ length: samples }, (_, slot) => ({
      t: start + slot * 300,
      r: { w: Array.from({ length: registers }, (_, number) => ((slot * 37 + number * 911) % 24_000) / 10) },
    })),
  };
  return Buffer.from(JSON.stringify(body));
}
