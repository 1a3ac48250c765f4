/** What the measurements take from the project's scripts. */
declare module '*/scripts/lib/paths.mjs' {
  export const root: string;
  export const scratch: string;
  export const cache: string;
  export const sample: string;
}
declare module '*/scripts/lib/processes.mjs' {
  export function npm(args: readonly string[], options?: { cwd?: string }): Promise<void>;
}
declare module '*/scripts/lib/bundle.mjs' {
  export function bundle(
    entries: readonly string[],
    outdir: string,
    options?: { format?: 'esm' | 'cjs' },
  ): Promise<string[]>;
}
declare module '*/scripts/lib/unzip.mjs' {
  export function unzip(file: string, folder: string, prefix?: string): void;
}
declare module '*/scripts/lib/vscode.mjs' {
  export function workbenchSupported(): boolean;
}
declare module '*/scripts/lib/chromium.mjs' {
  export function ensureChromium(): Promise<string>;
}
declare module '*/scripts/lib/workbench.mjs' {
  export function runInExtensionHost(options: {
    readonly folder: string;
    readonly extension: string;
    readonly tests: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly timeout?: number;
  }): Promise<{ readonly code: number; readonly errors?: readonly string[] }>;
}
declare module '*/scripts/package.mjs' {
  export function makePackage(): Promise<string>;
}
