import { inMemoryFacts } from './month-of-facts.ts';

/** The most memory of a process that holds so many days' facts: megabytes, on one line. */
const days = Number(process.argv[2] ?? 1);
const kept = inMemoryFacts(days);
const { maxRSS } = process.resourceUsage();
process.stdout.write(`${JSON.stringify({ days: kept.length, peakMB: maxRSS / 1024 })}\n`);
