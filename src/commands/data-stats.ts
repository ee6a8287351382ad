/** `npm run -s data:stats`: the dataset in figures, as one JSON object. */
import { dataStats } from '../compile/data-stats.ts';
import { dataFolder } from '../compile/paths.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import { refuseArguments } from './option-values.ts';

refuseArguments();

console.log(JSON.stringify(dataStats(readSoundEntities(dataFolder)), null, 2));
