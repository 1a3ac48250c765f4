/** Icons are bundled as text. */
declare module '*.svg' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- esbuild gives the text of a file as its default export.
  export default text;
}
