/** What the build writes into the bundles (`define` in tools/build-bundles.mjs). */
declare const XEPLOAI_VERSION: string;
/** Which build of the core a bundle belongs to. */
declare const XEPLOAI_STAMP: string;
/** What is said to browsers older than the oldest supported. */
declare const XEPLOAI_FLOOR: string;
/** The Subresource Integrity of dist/xeploai.nowasm.global.js. */
declare const XEPLOAI_NOWASM_INTEGRITY: string;
/** A style sheet as a text. */
declare module '*.css' {
  const text: string;
  export default text;
}
/** The part of saxen that is used; the package has no types of its own. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(event: 'openTag', told: (name: string, attributes: () => Record<string, string> | false, decode: Decode) => void): this;
    on(event: 'text', told: (text: string, decode: Decode) => void): this;
    on(event: 'cdata' | 'closeTag', told: (text: string) => void): this;
    write(xml: string): this;
    end(): Error | null;
  }
}
