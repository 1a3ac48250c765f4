/** What axe finds wrong with a page. */
import * as assert from 'node:assert/strict';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Fails with what axe finds, of all its rules, on what is in this page or frame now. */
export async function assertAccessible(frame: Page | Frame): Promise<void> {
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { axe: inPage } = window as unknown as { readonly axe: { run(): Promise<AxeResults> } };
    const { violations, passes } = await inPage.run();
    return {
      passed: passes.length,
      violations: violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        at: nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 300)}\n${failureSummary}`),
      })),
    };
  });
  const words = found.violations.map(({ rule, at }) => `${rule}\n  ${at.slice(0, 6).join('\n  ')}`);
  assert.equal(words.length, 0, words.join('\n\n'));
  assert.ok(found.passed > 10, 'axe looked at hardly anything');
}
