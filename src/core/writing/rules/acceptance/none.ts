/** ac/none: a ready story that does not say when it is done. */
import { isNull } from '../../../yaml/node.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';

export const none: WritingRule = {
  doc: {
    id: 'ac/none',
    title: 'A story without criteria',
    severity: 'information',
    summary:
      'A story that is ready or further along has no acceptance criteria. If the definition of ready (`workflow.ready`) requires them, `ready/missing` reports it instead.',
    why: 'The person who builds it and the person who accepts it have different things in mind.',
    bad: [
      'workflow:',
      '  ready: {story: [story]}',
      'stories:',
      '  - title: Pay by card',
      '    status: ready',
      '    story: As a buyer, I want to pay by card, so that I need no cash.',
    ].join('\n'),
    good: withCriteria('- a receipt is sent'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    const { item: facts, config, source } = item;
    if (facts.list !== 'stories' || (facts.type ?? 'story') !== 'story') return;
    if (config.ready.get('story')?.includes('acceptance') === true) return;
    const node = item.field('acceptance');
    const empty =
      node === undefined || isNull(node, source) || (node.kind === 'seq' && node.items.length === 0);
    if (!empty || item.field('<<') !== undefined) return;
    const at = facts.statusSpan ?? facts.idSpan ?? facts.titleSpan;
    if (at === undefined) return;
    yield {
      at,
      message: 'This story has no acceptance criteria: add at least one.',
    };
  },
};
