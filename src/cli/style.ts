/** Colours of a terminal, by what they mean. */
export type Style = 'error' | 'warning' | 'information' | 'quiet' | 'strong' | 'good';

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  information: [36, 39],
  good: [32, 39],
  quiet: [2, 22],
  strong: [1, 22],
};

export type Paint = (style: Style, text: string) => string;

/** Gives texts their colour, or leaves them alone where none are wanted. */
export function painter(colors: boolean): Paint {
  if (!colors) return (_style, text) => text;
  return (style, text) => {
    if (text.trim() === '') return text;
    const [on, off] = CODES[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
