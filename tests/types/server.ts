/** A program for Node alone, in a project that does not know the DOM; it must compile all the same. It is never run. */
import { createEngineSync, watchForm } from 'xeploai';
import book from 'xeploai/rulebooks/hd43-2025';

export const complete: boolean = createEngineSync({ rulebook: book, asOf: '2025-12-31' }).check({ form: 'mau-2b', answers: {} }).complete;
export const browserOnly: typeof watchForm = watchForm;
