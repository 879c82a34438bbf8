import type { Step } from './notes.js';
import { walk } from './walk.js';

/** The last step: what comes after it only copies places from tree to tree, which takes a tenth of rendering. */
export const forgetPlaces: Step = (tree) => {
  walk(tree, (node) => {
    Object.assign(node, { position: undefined });
    return undefined;
  });
};
