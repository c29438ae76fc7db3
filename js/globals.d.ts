/** What the build writes into the bundles (`define` in tools/build-bundles.mjs). */
declare const XEPLOAI_VERSION: string;
