/** Nodes that the steps put into the tree beside those of Markdown. */
import type { Node, Parent, PhrasingContent } from 'mdast';
import type { Slot } from '../../core/types.js';

/** Where a slot comes into the HTML. */
export interface SlotNode extends Node {
  type: 'slot';
  slot: Slot;
}

/** In a paragraph's place: an image and its caption. */
export interface Figure extends Parent {
  type: 'figure';
  children: (PhrasingContent | Caption)[];
}

export interface Caption extends Parent {
  type: 'caption';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    slot: SlotNode;
    figure: Figure;
    caption: Caption;
  }
  interface PhrasingContentMap {
    slot: SlotNode;
  }
  interface HeadingData {
    id?: string;
  }
}
