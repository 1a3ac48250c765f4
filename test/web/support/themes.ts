/** The same picture in each of the themes. */
import type { Shot } from '../shots.ts';

/** One picture for each theme, called after it: `board-high-contrast`. */
export function inAllThemes({ name, ...shot }: Omit<Shot, 'theme'>): readonly Shot[] {
  return (
    [
      ['dark', 'dark'],
      ['light', 'light'],
      ['high-contrast', 'highContrast'],
      ['high-contrast-light', 'highContrastLight'],
    ] as const
  ).map(([suffix, theme]) => ({ ...shot, name: `${name}-${suffix}`, theme }));
}
