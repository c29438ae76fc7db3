/** What the build writes into the bundles (`define` in tools/build-bundles.mjs). */
declare const XEPLOAI_VERSION: string;
/** A style sheet as a text. */
declare module '*.css' {
  const text: string;
  export default text;
}
