/** The first sprint of somebody who knows neither git nor YAML: from the welcome view on, with what the window offers. */
import type { Locator } from 'playwright-core';
import { eventually } from '../../editor/support/eventually.ts';
import { BacklogView } from './backlogView.ts';
import { PlanningView } from './planningView.ts';
import type { Workbench } from './workbench.ts';

/** What the first steps are about, the most important one first. */
export const STORIES = ['Take a note with no signal', 'Find a note by its words', 'Share a note'] as const;

export class FirstSprint {
  readonly planning: PlanningView;
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.planning = PlanningView.in(workbench);
  }

  /** Shows what a workspace without a backlog offers. */
  async welcome(): Promise<void> {
    await BacklogView.showEmpty(this.#workbench);
    await this.#offer('Create Empty Backlog').waitFor();
  }

  async create(which: 'Empty' | 'Sample'): Promise<void> {
    await this.#offer(`Create ${which} Backlog`).click();
    await BacklogView.show(this.#workbench);
  }

  /** Adds stories by the button above the tree, each with a title and nothing else. */
  async addStories(titles: readonly string[] = STORIES): Promise<void> {
    await this.#titleButton('New Story…');
    for (const title of titles) await this.#workbench.answer(title);
    const view = await BacklogView.show(this.#workbench);
    for (const title of titles) await view.row(title).first().waitFor();
    await this.#workbench.press('Escape');
    await this.#workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Opens the planning. */
  async plan(): Promise<void> {
    await this.#workbench.run('Refinery: Plan Sprint');
    await this.planning.frame.locator('refinery-planning .row').first().waitFor({ timeout: 30_000 });
  }

  /** Accepts the proposal for the first sprint, with a goal, and agrees on what there is room for. */
  async makeSprint(goal: string, capacity: number): Promise<void> {
    const { planning } = this;
    await planning.button('Create the first sprint').click();
    await planning.dialog().getByLabel('Goal').fill(goal);
    await planning.dialog().getByRole('button', { name: 'Add sprint' }).click();
    await planning.button('Set capacity').click();
    await planning.frame.getByLabel('Capacity in points').fill(String(capacity));
    await this.#workbench.press('Tab');
    await planning.button('Done').click();
  }

  /** Brings stories into the sprint by title, and estimates them. */
  async fill(estimates: Readonly<Record<string, string>>): Promise<void> {
    const { planning } = this;
    for (const [title, estimate] of Object.entries(estimates)) {
      const row = planning.frame.locator('.row').filter({ hasText: title });
      await row.locator('.cell-estimate button').click();
      await planning.dialog().getByRole('button', { name: estimate, exact: true }).click();
      await planning.dialog().waitFor({ state: 'detached' });
      await row.locator('.move').click();
      await planning.frame.locator('.sprint-pane .row').filter({ hasText: title }).waitFor();
    }
  }

  /** Opens what starting the sprint would write, in words. */
  async askToStart(): Promise<Locator> {
    const { planning } = this;
    await planning.button('Start sprint…').click();
    const dialog = planning.dialog();
    await dialog.locator('section .told li').first().waitFor();
    return dialog;
  }

  async start(): Promise<void> {
    await (await this.askToStart()).getByRole('button', { name: 'Start sprint' }).click();
    await this.planning.button('Close sprint…').waitFor();
    await eventually('the word about it', async () => (await this.planning.draft()).includes('is started'));
  }

  /** The file as text, wherever it is open; a new user never sees it. */
  textEditors(): Locator {
    return this.#workbench.page.locator('.editor-instance .monaco-editor .view-lines');
  }

  #offer(name: string): Locator {
    return this.#workbench.page.locator('.welcome-view-content .monaco-button').filter({ hasText: name });
  }

  /** Presses a button above the tree; they are there while the mouse is over it. */
  async #titleButton(name: string): Promise<void> {
    const header = this.#workbench.page.locator('.sidebar .pane-header').filter({ hasText: 'Backlog' });
    await header.hover();
    await header.locator(`a.action-label[aria-label^="${name}"]`).click();
  }
}
