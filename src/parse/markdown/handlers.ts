import type { ListItem, Root, TableRow } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';

/** Where this differs from remark-html's own way from the Markdown tree to HTML. */
export const handlers: Handlers = {
  root(state: State, node: Root) {
    state.options.footnoteLabel = 'Chú thích';
    state.options.footnoteLabelProperties = {};
    state.options.footnoteBackLabel = (reference) => `Trở lại chỗ có chú thích ${reference + 1}`;
    return defaultHandlers.root(state, node) as never;
  },
  /** A task is shown by a sign: a checkbox that cannot be ticked has no name for a screen reader. */
  listItem(state: State, node: ListItem, parent) {
    if (node.checked === null || node.checked === undefined)
      return defaultHandlers.listItem(state, node, parent);
    const [first, ...rest] = node.children;
    const sign = { type: 'text' as const, value: node.checked ? '☑ ' : '☐ ' };
    const children =
      first?.type === 'paragraph'
        ? [{ ...first, children: [sign, ...first.children] }, ...rest]
        : node.children;
    return defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
  },
  /** A class in place of the `align` attribute, which HTML no longer has. */
  tableRow(state: State, node: TableRow, parent) {
    const row = defaultHandlers.tableRow(state, node, parent);
    for (const cell of row.children) {
      if (cell.type !== 'element' || !cell.properties.align) continue;
      cell.properties = { className: [`align-${cell.properties.align}`] };
    }
    return row;
  },
};
