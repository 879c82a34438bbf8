import { defaultSchema, type Schema } from 'hast-util-sanitize';

const { input: _, ...attributes } = defaultSchema.attributes ?? {};

const ALIGNED: [string, ...string[]] = ['className', 'align-left', 'align-center', 'align-right'];

/**
 * What may stand in a body. Raw HTML never gets this far, so this only has to let through what Markdown
 * itself makes; it is the second wall behind the first.
 */
export const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input'), 'figure', 'figcaption'],
  attributes: { ...attributes, td: [ALIGNED], th: [ALIGNED] },
  required: {},
  // Ids are slugs or made by the footnotes, and a second prefix would part footnotes from their marks.
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
};
