/**
 * One folder per case in test/fixtures/edits: what the file was, what was asked, and what the file is afterwards to
 * the last byte, or why it was refused.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { Operation, Refusal } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { applyEdits } from './judge.ts';

const ROOT = join(import.meta.dirname, '../../fixtures/edits');

describe('an edit of a file', () => {
  for (const name of readdirSync(ROOT).sort()) {
    it(name.replaceAll('-', ' '), () => {
      const file = (part: string): string => readFileSync(join(ROOT, name, part), 'utf8');
      const before = file('before.yaml');
      const backlog = Backlog.read(before);
      const plan = planOperation(backlog, JSON.parse(file('operation.json')) as Operation);
      if (existsSync(join(ROOT, name, 'refusal.json'))) {
        expect(plan).toEqual({ ok: false, refusal: JSON.parse(file('refusal.json')) as Refusal });
        return;
      }
      if (!plan.ok) throw new Error(plan.refusal.message);
      const after = applyEdits(before, plan.edits);
      expect(after).toBe(file('after.yaml'));
      if (name.includes('is-already') || name.includes('where-it-is')) expect(plan.edits).toEqual([]);
      backlog.edit(plan.edits);
      const undo = planOperation(backlog, plan.inverse);
      if (!undo.ok) throw new Error(undo.refusal.message);
      expect(applyEdits(after, undo.edits)).toBe(before);
    });
  }
});
