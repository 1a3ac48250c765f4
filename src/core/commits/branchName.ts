/** The name of a story's branch, by the team's template. Always a name that git takes and a shell leaves alone. */
import type { Item } from '../backlog/item.ts';

const MOST_SLUG = 40;
const MOST_NAME = 120;

/** Fills in `{type}`, `{id}`, `{slug}`, `{assignee}` and `{epic}`; what is missing leaves no trace. */
export function branchName(template: string, item: Item): string {
  const values: Readonly<Record<string, string>> = {
    type: item.type === undefined || item.type === 'story' ? 'feature' : slugOf(item.type),
    id: (item.id ?? '').replace(/[^A-Za-z0-9._-]+/g, '-'),
    slug: slugOf(item.title ?? ''),
    assignee: slugOf(item.assignees[0] ?? ''),
    epic: (item.epic ?? '').replace(/[^A-Za-z0-9._-]+/g, '-'),
  };
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const parts = filled
    .split('/')
    .map(safePart)
    .filter((part) => part !== '');
  const name = safePart(parts.join('/').slice(0, MOST_NAME)).replace(/\/+$/, '');
  // Without its id a branch would be nobody's.
  return name === '' || (values['id'] !== '' && !name.includes(values['id'] ?? '')) ? fallback(values) : name;
}

function fallback({ id = '', slug = '' }: Readonly<Record<string, string>>): string {
  return safePart([id, slug].filter((part) => part !== '').join('-')) || 'work';
}

/** What `git check-ref-format` asks of a part of a name, and no character that a shell reads. */
function safePart(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}._/-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(/(?:\.lock)+$/i, '')
    .replace(/[-.]+$/, '');
}

/** A title in small letters and hyphens: `Sync when back online` is `sync-when-back-online`. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MOST_SLUG) break;
    slug = longer;
  }
  return slug === '' ? (words[0] ?? '').slice(0, MOST_SLUG) : slug;
}
