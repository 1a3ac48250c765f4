/** What a person asks for while writing: completion right after an edit, hover, definition. 10,000 stories. */
import { generateBacklog, type GeneratedBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { LANGUAGE, ours, PEER, URI, yamlPeer } from '../servers.ts';
import { dice, median } from '../statistics.ts';

const BLOCKS = 3;
const IN_A_BLOCK = 50;
const QUIET = 600;

interface Times {
  readonly completion: number[];
  readonly hover: number[];
  readonly definition: number[];
}

export const answers: Figure = {
  name: 'answers',
  about: 'completion after an edit, hover and definition, 10,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const backlog = generateBacklog(bench.scaled(10_000));
    const mine = await LanguageServer.start(ours(bench.product), { uri: URI });
    const peer = await LanguageServer.start(await yamlPeer(bench.product), { uri: URI });
    try {
      await mine.open(backlog.text, LANGUAGE.ours);
      bench.say('opening in the peer');
      await peer.open(backlog.text, LANGUAGE.peer);
      const asker = new Asker(mine, backlog, true);
      const peerAsker = new Asker(peer, backlog, false);
      const warmUp = bench.scaled(100);
      for (let round = 0; round < warmUp; round++) await asker.ask(noTimes());
      const times = noTimes();
      const peerTimes = noTimes();
      for (let block = 0; block < BLOCKS; block++) {
        await peer.settle(QUIET);
        const rounds = bench.scaled(IN_A_BLOCK);
        for (let round = 0; round < rounds; round++) await asker.ask(times);
        bench.say(`questions ${block + 1} of ${BLOCKS} to the peer`);
        await peerAsker.ask(peerTimes);
      }
      return rows(times, peerTimes);
    } finally {
      mine.stop();
      peer.stop();
    }
  },
};

function noTimes(): Times {
  return { completion: [], hover: [], definition: [] };
}

/** Asks the same of either server, and looks at what comes back: an empty answer is no answer. */
class Asker {
  readonly #roll = dice('questions');

  constructor(
    private readonly server: LanguageServer,
    private readonly backlog: GeneratedBacklog,
    private readonly isOurs: boolean,
  ) {}

  async ask(times: Times): Promise<void> {
    const story = this.#roll(this.backlog.stories);
    times.completion.push(await this.#complete(story));
    const status = this.backlog.endOf(story, 'status');
    const hover = await this.server.at('textDocument/hover', { ...status, character: 6 });
    if (hover.result === null) throw new Error('the hover is empty');
    times.hover.push(hover.ms);
    if (!this.isOurs) return;
    const sprint = this.backlog.endOf(story, 'sprint');
    const target = { ...sprint, character: sprint.character - 1 };
    const definition = await this.server.at('textDocument/definition', target);
    if (JSON.stringify(definition.result).length < 10) throw new Error('the definition is empty');
    times.definition.push(definition.ms);
  }

  /** Types the beginning of a key below the title, asks for completion there, and takes it out again. */
  async #complete(story: number): Promise<number> {
    const at = this.backlog.endOf(story, 'title');
    const typed = '\n    prio';
    const end = { line: at.line + 1, character: typed.length - 1 };
    await this.server.change({ at, text: typed });
    const { ms, result } = await this.server.at('textDocument/completion', end);
    if (!JSON.stringify(result).includes('priority'))
      throw new Error('the completion does not offer the key');
    await this.server.change({ at, to: end, text: '' });
    if (!this.isOurs) await this.server.settle(QUIET);
    return ms;
  }
}

function rows(times: Times, peerTimes: Times): readonly Measured[] {
  const rounds = `${times.hover.length} / ${peerTimes.hover.length}`;
  return [
    {
      figure: 'completion after an edit',
      unit: 'ms',
      ours: median(times.completion),
      against: { name: PEER, value: median(peerTimes.completion) },
      goal: { kind: 'times-less', factor: 500 },
      rounds,
    },
    {
      figure: 'hover',
      unit: 'ms',
      ours: median(times.hover),
      against: { name: PEER, value: median(peerTimes.hover) },
      goal: { kind: 'at-most', value: 5 },
      rounds,
    },
    {
      figure: 'definition',
      unit: 'ms',
      ours: median(times.definition),
      goal: { kind: 'at-most', value: 5 },
      rounds: String(times.definition.length),
    },
  ];
}
