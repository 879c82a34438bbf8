import type { Root } from 'mdast';
import { createMdastHandle, dropHandle, MdastReader, materializeMdastTree, serializeHandle } from 'satteri';

/**
 * The tree of remark-parse with remark-gfm, twenty times sooner (test/parse/parser-agreement.test.ts). satteri parses
 * natively and hands over bytes, from which its reader makes the tree.
 */
export function readTree(source: string): Root {
  const handle = createMdastHandle(source, { frontmatter: false }, true);
  try {
    const bytes = serializeHandle(handle);
    const reader = new MdastReader(bytes);
    // Places do not count a byte order mark.
    if (!source.startsWith('\ufeff')) cutTexts(reader, source, bytes);
    return materializeMdastTree(reader) as Root;
  } finally {
    dropHandle(handle);
  }
}

/** The number that a text's node has among satteri's types. */
const TEXT = 10;
/** What may differ between a text and the place in the source where it stands. */
const REWRITTEN = /[\\&\r\n]/;

/**
 * Lets a reader cut texts from the source. By itself it decodes the whole source again and finds out where in it each
 * letter's bytes stand, which takes half of the time, while nearly every text stands in the source as it is.
 */
function cutTexts(reader: MdastReader, source: string, bytes: Uint8Array): void {
  const readField = reader.fieldString.bind(reader);
  reader.fieldString = (id, offset) => {
    const place = reader.getNodeType(id) === TEXT ? reader.getPosition(id) : undefined;
    const written = place && source.slice(place.start.offset, place.end.offset);
    return written === undefined || REWRITTEN.test(written) ? readField(id, offset) : written;
  };
  const pool = Buffer.from(bytes.buffer, bytes.byteOffset + reader.header.stringPoolOffset);
  reader.getString = (offset, length) => pool.toString('utf8', offset, offset + length);
}
