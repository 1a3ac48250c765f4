/**
 * The cases that properties are run with: the same ones for the same code, wherever its tests run. `npm run nightly` looks
 * for others, and `REFINERY_SEED` brings back those of a run that failed.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['REFINERY_SEED'] ?? 1) });
