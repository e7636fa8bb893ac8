import { describeObjectStore } from '../adapters/contracts/object-store.ts';
import { createInMemoryStore } from './in-memory-store.ts';
import { steppingClock } from './stepping-clock.ts';

describeObjectStore('the store in memory', async () => {
  const clock = steppingClock();
  return { store: createInMemoryStore(clock), now: clock.now };
});
