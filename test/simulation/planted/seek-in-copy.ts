/** Run in a patched copy: seeks what a plant breaks, and writes what it found as one line of JSON. */
import { PLANTS } from './plants.ts';
import { seek } from './seek.ts';

const [name, runs, seed] = process.argv.slice(2);
const plant = PLANTS.find((each) => each.name === name);
if (plant === undefined) throw new Error(`There is no plant “${name}”.`);
process.stdout.write(`${JSON.stringify((await seek(plant, Number(runs), Number(seed))) ?? null)}\n`);
