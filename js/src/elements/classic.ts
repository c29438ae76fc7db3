/** The elements as a classic script: a page that has the script tag has the elements. It leaves no name behind. */
import { defineElements } from '../elements.js';

const script = document.currentScript as HTMLScriptElement | null;
const options: { nonce?: string; stylesheet?: string } = {};
if (script && script.nonce) options.nonce = script.nonce;
const sheet = script && script.getAttribute('data-stylesheet');
if (sheet) options.stylesheet = sheet;
defineElements(options);
