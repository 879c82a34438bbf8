import { parseDocumentNumber, parseReference } from '../core/document-number.js';
import { formatDocumentDay } from '../core/format-time.js';
import { groupBy } from '../core/order.js';
import { type Problem, problem } from '../core/problem.js';
import { nameKey } from '../core/text.js';
import type { Article, Day, Document, DocumentLink, DocumentRelations, Status } from '../core/types.js';

const KINDS_OF_REFERENCE = ['replaces', 'amends', 'repeals', 'related'] as const;
type ReferenceKind = (typeof KINDS_OF_REFERENCE)[number];

/** Documents by the key of their number. */
export type NumberIndex = ReadonlyMap<string, readonly Document[]>;

export function indexNumbers(documents: Iterable<Document>): NumberIndex {
  const numbered = [...documents].filter((d) => d.fields.number !== undefined);
  return groupBy(numbered, (d) => parseDocumentNumber(d.fields.number ?? '')?.key ?? '');
}

/** The one document that a number means: the only bearer, or the one of the day beside it. */
export function findDocument(index: NumberIndex, key: string, day?: Day): Document | undefined {
  const bearers = index.get(key) ?? [];
  if (day) return bearers.find((d) => d.fields.issued === day);
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** First day on which a document acts on the ones that it names. */
export function actsFrom(document: Document): Day {
  return document.fields.effective ?? document.fields.issued;
}

/** Identity is issuer, number and day: numbers begin again each term. */
export function checkIdentity(documents: readonly Document[]): Problem[] {
  const seen = new Map<string, Document>();
  const problems: Problem[] = [];
  for (const document of documents) {
    const { number, issuer, issued } = document.fields;
    if (!number) continue;
    const key = [nameKey(issuer), parseDocumentNumber(number)?.key, issued].join('\n');
    const other = seen.get(key);
    if (other) {
      const where = { file: document.file, field: ['number'], related: [other.file] };
      problems.push(problem('document/twice', { number, other: other.file }, where));
    } else seen.set(key, document);
  }
  return problems;
}

type Links = { readonly [K in ReferenceKind]: readonly DocumentLink[] };

/** What each document says of others, the reverse of it, and the status that follows. */
export function relate(
  documents: readonly Document[],
  withheld: NumberIndex,
  today: Day,
): { relations: Map<string, DocumentRelations>; problems: Problem[] } {
  const index = indexNumbers(documents);
  const problems: Problem[] = [];
  const links = new Map<string, Links>();
  for (const document of documents) {
    const of = (kind: ReferenceKind) => {
      const named = (document.fields[kind] ?? []).map((text, i) =>
        link(document, kind, i, text, index, withheld, problems),
      );
      // Named twice, in two spellings of its number, it is still one.
      return named.filter(
        ({ document: target }, i) => !target || named.findIndex((other) => other.document === target) === i,
      );
    };
    links.set(document.file, {
      replaces: of('replaces'),
      amends: of('amends'),
      repeals: of('repeals'),
      related: of('related'),
    });
  }
  const reverse = new Map<string, Record<ReferenceKind, DocumentLink[]>>();
  for (const document of documents) {
    for (const kind of KINDS_OF_REFERENCE) {
      for (const target of links.get(document.file)?.[kind] ?? []) {
        if (!target.document) continue;
        const known = reverse.get(target.document.file) ?? {
          replaces: [],
          amends: [],
          repeals: [],
          related: [],
        };
        known[kind].push({ text: document.fields.number ?? document.fields.summary, document });
        reverse.set(target.document.file, known);
      }
    }
  }
  return {
    relations: new Map(documents.map((d) => [d.file, relationsOf(d, links, reverse, today)])),
    problems,
  };
}

function relationsOf(
  document: Document,
  links: ReadonlyMap<string, Links>,
  reverse: ReadonlyMap<string, Links>,
  today: Day,
): DocumentRelations {
  const none = { replaces: [], amends: [], repeals: [], related: [] };
  const own = links.get(document.file) ?? none;
  const others = reverse.get(document.file) ?? none;
  const known = new Set(own.related.map((l) => l.document?.file));
  const related = [...own.related, ...others.related.filter((l) => !known.has(l.document?.file))];
  const by = { replacedBy: others.replaces, amendedBy: others.amends, repealedBy: others.repeals };
  const status = statusOf(document, by, today);
  return { ...own, ...by, related, citedBy: [], ...(status && { status }) };
}

/**
 * Dates and other documents settle the status, never the program's guess: without any of them it is not printed.
 * A document that is amended in force stands as partly expired (Law 80/2015/QH13, articles 153 and 154).
 */
function statusOf(
  document: Document,
  by: Pick<DocumentRelations, 'replacedBy' | 'amendedBy' | 'repealedBy'>,
  today: Day,
): Status | undefined {
  const { status, effective, expires } = document.fields;
  const acts = (links: readonly DocumentLink[]) =>
    links.some((l) => l.document && actsFrom(l.document) <= today);
  if (status) return status;
  if (expires && expires <= today) return 'expired';
  if (acts(by.replacedBy) || acts(by.repealedBy)) return 'expired';
  if (effective && effective > today) return 'pending';
  if (acts(by.amendedBy)) return 'partly-expired';
  return effective || expires ? 'in-force' : undefined;
}

function link(
  document: Document,
  kind: ReferenceKind,
  i: number,
  text: string,
  index: NumberIndex,
  withheld: NumberIndex,
  problems: Problem[],
): DocumentLink {
  const reference = parseReference(text);
  if (!reference) return { text };
  const { number, day } = reference;
  const where = { file: document.file, field: [kind, i] };
  const found = findDocument(index, number.key, day);
  if (found === document) {
    problems.push(problem('document/refers-to-itself', { value: text }, where));
    return { text };
  }
  if (found) {
    if (kind !== 'related' && found.fields.issued > document.fields.issued)
      problems.push(
        problem(
          'document/acts-on-later',
          { value: text, day: formatDocumentDay(found.fields.issued) },
          where,
        ),
      );
    return { text: found.fields.number ?? text, document: found };
  }
  const bearers = index.get(number.key)?.length ?? 0;
  if (bearers > 1 && !day)
    problems.push(problem('document/ambiguous-reference', { value: text, count: bearers }, where));
  if (bearers === 0 && findDocument(withheld, number.key, day)) {
    problems.push(problem('entry/withheld-reference', { target: text }, where));
  }
  return { text };
}

/** Notes which articles name a document, newest first. */
export function addCitations(
  relations: Map<string, DocumentRelations>,
  citations: ReadonlyMap<string, readonly Article[]>,
): void {
  for (const [file, citedBy] of citations) {
    const known = relations.get(file);
    if (known) relations.set(file, { ...known, citedBy });
  }
}
