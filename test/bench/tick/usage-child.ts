import { writeFileSync } from 'node:fs';

/** Loaded before a program: writes what its process has taken in the end to the file that BENCH_USAGE names. */
const file = process.env['BENCH_USAGE'];
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const told = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMB: maxRSS / 1024 };
  if (file !== undefined) writeFileSync(file, JSON.stringify(told));
});
