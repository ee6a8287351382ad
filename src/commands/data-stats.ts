/** `npm run -s data:stats`: the dataset in figures, as one JSON object. */
import { parseArgs } from 'node:util';
import { dataStats } from '../compile/data-stats.ts';
import { dataFolder } from '../compile/paths.ts';
import { readSoundEntities } from '../compile/read-entities.ts';

parseArgs(); // It takes no arguments, and refuses any.

console.log(JSON.stringify(dataStats(readSoundEntities(dataFolder)), null, 2));
