/**
 * Which stories can't be done in their sprint because of what they depend on: that is neither done nor planned into
 * the same sprint or an earlier one that still runs. What a backlog does not know is judged elsewhere.
 */
export type DependencyPhase = 'open' | 'done' | 'dropped';

export interface PlannedItem {
  readonly key: string;
  readonly id?: string | undefined;
  readonly list: string;
  readonly epic?: string | undefined;
  readonly sprint?: string | undefined;
  readonly dependsOn?: readonly string[] | undefined;
}

export interface BrokenDependency {
  /** The key of the story that waits. */
  readonly key: string;
  /** Its sprint. */
  readonly sprint: string;
  /** The id that it depends on. */
  readonly needs: string;
  /**
   * `unplanned`: it is in no sprint. `later`: in a later one. `left`: in one that is closed, and it was not finished.
   * `dropped`: it was decided against.
   */
  readonly why: 'unplanned' | 'later' | 'left' | 'dropped';
  /** Of `later` and `left`: that sprint. */
  readonly in?: string;
  /** Of an epic: how many of its stories stand in the way. */
  readonly stories?: number;
}

export interface SprintOrder {
  readonly id: string;
  readonly start?: string | undefined;
  readonly closed?: string | undefined;
}

/** The order in which sprints come: by their first day; one without days stands behind those before it in the file. */
export function inTime<T extends SprintOrder>(sprints: readonly T[]): readonly T[] {
  let last = '';
  return sprints
    .map((sprint, index) => {
      last = sprint.start ?? last;
      return { sprint, index, day: last };
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index))
    .map(({ sprint }) => sprint);
}

/**
 * Of all stories in sprints that are not closed, in the order of the items.
 * @param items stories and epics
 */
export function brokenDependencies<T extends PlannedItem>(
  items: readonly T[],
  sprints: readonly SprintOrder[],
  phaseOf: (item: T) => DependencyPhase,
): readonly BrokenDependency[] {
  const order = new Map(inTime(sprints).map(({ id }, index) => [id, index]));
  const closed = new Set(sprints.flatMap(({ id, closed: day }) => (day === undefined ? [] : [id])));
  const waiting = items.filter(
    ({ list, sprint, dependsOn = [] }) =>
      list === 'stories' &&
      dependsOn.length > 0 &&
      sprint !== undefined &&
      order.has(sprint) &&
      !closed.has(sprint),
  );
  if (waiting.length === 0) return [];
  const plan = new Plan(items, order, closed, phaseOf);
  return waiting.flatMap((item) => (phaseOf(item) === 'open' ? plan.brokenOf(item) : []));
}

type Obstacle = Pick<BrokenDependency, 'why' | 'in'>;

class Plan<T extends PlannedItem> {
  readonly #byId = new Map<string, T>();
  readonly #byEpic = new Map<string, T[]>();

  constructor(
    items: readonly T[],
    private readonly order: ReadonlyMap<string, number>,
    private readonly closed: ReadonlySet<string>,
    private readonly phaseOf: (item: T) => DependencyPhase,
  ) {
    for (const item of items) {
      if (item.id !== undefined && !this.#byId.has(item.id)) this.#byId.set(item.id, item);
      if (item.list !== 'stories' || item.epic === undefined) continue;
      const others = this.#byEpic.get(item.epic);
      if (others === undefined) this.#byEpic.set(item.epic, [item]);
      else others.push(item);
    }
  }

  brokenOf({ key, sprint = '', dependsOn = [] }: T): readonly BrokenDependency[] {
    return [...new Set(dependsOn)].flatMap((needs) => {
      const obstacle = this.#obstacle(this.#byId.get(needs), sprint, key);
      return obstacle === undefined ? [] : [{ key, sprint, needs, ...obstacle }];
    });
  }

  #obstacle(
    needed: T | undefined,
    sprint: string,
    key: string,
  ): (Obstacle & { readonly stories?: number }) | undefined {
    if (needed === undefined || needed.key === key) return undefined;
    if (needed.list === 'stories') return this.#inTheWay(needed, sprint);
    if (needed.list !== 'epics') return undefined;
    const phase = this.phaseOf(needed);
    if (phase === 'done') return undefined;
    if (phase === 'dropped') return { why: 'dropped' };
    const stories = this.#byEpic.get(needed.id ?? '') ?? [];
    const obstacles = stories.flatMap((story) =>
      // A story of the epic that itself depends on the whole epic does not wait for itself.
      story.key === key || this.phaseOf(story) === 'dropped' ? [] : (this.#inTheWay(story, sprint) ?? []),
    );
    const [first] = obstacles;
    return first === undefined ? undefined : { ...first, stories: obstacles.length };
  }

  #inTheWay(needed: T, sprint: string): Obstacle | undefined {
    const phase = this.phaseOf(needed);
    if (phase === 'done') return undefined;
    if (phase === 'dropped') return { why: 'dropped' };
    const { sprint: other } = needed;
    const at = other === undefined ? undefined : this.order.get(other);
    if (other === undefined || at === undefined) return { why: 'unplanned' };
    if (this.closed.has(other)) return { why: 'left', in: other };
    return at <= (this.order.get(sprint) ?? 0) ? undefined : { why: 'later', in: other };
  }
}
