/** The thread's entry: the pool calls these by name. */
export { drawBatch as draw, parseBatch as parse } from './tasks.js';
