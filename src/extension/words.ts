/**
 * Turns an English text with `{name}` placeholders into the person's language. In the editor this is
 * `vscode.l10n.t`; what builds texts takes it as an argument, so that it needs no editor to be tested.
 */
export type Translate = (message: string, args?: Readonly<Record<string, string | number>>) => string;

/** The English text as it stands in the source. */
export const english: Translate = (message, args = {}) =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
