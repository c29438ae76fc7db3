/**
 * The public shapes. One meaning a word: see `src/ARCHITECTURE.md`, "Words".
 * Everything the engine returns is plain frozen data; decimals are strings.
 */
export type * from './types/common.js';
export type * from './types/number.js';
export type * from './types/rulebook.js';
export type * from './types/breakdown.js';
export type * from './types/quota.js';
export type * from './types/form.js';
export type * from './types/roster.js';
export type * from './types/calendar.js';
export type * from './types/audit.js';
export type * from './types/ballot.js';
export type * from './types/engine.js';
export type * from './watch/types.js';
