/** `refinery check` on the sample, above what Node takes to start and do nothing. */
import { sample } from '../../scripts/lib/paths.mjs';
import type { Bench, Figure, Measured } from '../figure.ts';
import { runNode } from '../run.ts';
import { median } from '../statistics.ts';

const ROUNDS = 15;

export const check: Figure = {
  name: 'check',
  about: 'refinery check on the sample, above node -e 0',

  async measure({ product }: Bench): Promise<readonly Measured[]> {
    const check = async (): Promise<number> => (await runNode([product.cli, 'check', sample])).ms;
    const nothing = async (): Promise<number> => (await runNode(['-e', '0'])).ms;
    await check();
    await nothing();
    const above: number[] = [];
    const whole: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const without = await nothing();
      bare.push(without);
      const checked = await check();
      whole.push(checked);
      above.push(checked - without);
    }
    return [
      {
        figure: 'refinery check on the sample, above node -e 0',
        unit: 'ms',
        ours: median(above),
        against: { name: 'node -e 0', value: median(bare) },
        goal: { kind: 'at-most', value: 250 },
        rounds: `${ROUNDS} / ${ROUNDS}`,
      },
      {
        figure: '… the whole process, every rule of words included',
        unit: 'ms',
        ours: median(whole),
        goal: { kind: 'at-most', value: 700 },
        rounds: String(ROUNDS),
      },
    ];
  },
};
