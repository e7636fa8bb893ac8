import { referenceWork } from './noise.ts';
import { serveSamples } from './serve-samples.ts';

serveSamples(() => ({ run: referenceWork }));
