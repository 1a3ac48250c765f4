/**
 * A home folder and a temporary folder for the tests alone: what the person who runs them has set for git or has lying
 * about changes nothing. Above them lie two backlogs that are none of ours, which a search upwards has to leave alone.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

export function setup(): () => void {
  const above = mkdtempSync(path.join(os.tmpdir(), 'refinery-tests-'));
  for (const name of ['one', 'two']) writeFileSync(path.join(above, `${name}.backlog.yaml`), 'stories: []\n');
  const home = path.join(above, 'home');
  const temporary = path.join(home, 'tmp');
  mkdirSync(temporary, { recursive: true });
  // Some tests run a program as somebody else.
  for (const folder of [above, home, temporary]) chmodSync(folder, 0o755);
  for (const name of ['HOME', 'USERPROFILE']) process.env[name] = home;
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = temporary;
  return () => {
    rmSync(above, { recursive: true, force: true, maxRetries: 5 });
  };
}
