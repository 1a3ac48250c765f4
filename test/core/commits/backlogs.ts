/** The backlogs that the messages of `messages.ts` are read with. */
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { Directory } from '../../../src/core/commits/directory.ts';

export const FIELDNOTES = `product: {name: Fieldnotes, key: FN, former_keys: [FIELD]}
epics:
  - id: FN-1
    title: Offline notes
stories:
  - id: FN-12
    title: Sync when back online
    was: [FN-57, FIELD-88, "#123"]
  - id: FN-13
    title: Keep drafts
    was: [OLD_APP-4]
  - id: FN-14
    title: Share a finding
  - id: FN-30
    title: Pick a map
    was: FN-31
  - id: FN-31
    title: Pick a layer
`;
const API = `product: {name: Interface, key: API}
stories:
  - id: API-7
    title: Answer in pages
`;
const RENAMED = `product: {name: Renamed, key: NEW, former_keys: [LEGACY]}
stories:
  - id: NEW-3
    title: Keep the number
`;

export function directory(): Directory {
  return new Directory(
    [FIELDNOTES, API, RENAMED].map((text, nth) => ({
      uri: `file:///team/${nth}/backlog.yaml`,
      backlog: Backlog.read(text),
    })),
  );
}
