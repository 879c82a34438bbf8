/** The fields of each kind of entry. A new field is one line here and one in core/types.ts. */
import {
  address,
  count,
  day,
  documentNumber,
  flag,
  flagOrMoment,
  line,
  lines,
  moment,
  oneOf,
  ownFile,
  slugText,
  url,
} from '../core/field-types.js';
import { listOf, maybe, type RecordType, record, required } from '../core/schema.js';
import { STATUS_NAMES } from '../core/status.js';
import type { FieldsOf, FileReference, Kind, NewsSource, Picture } from '../core/types.js';

const common = {
  slug: maybe(slugText, 'the last part of the address'),
  aliases: maybe(listOf(address, { one: true }), 'old addresses that lead here'),
  draft: maybe(flag, 'not published yet'),
  unpublish: maybe(moment, 'when it leaves the site; a date lasts through its day'),
  updated: maybe(moment, 'when its text was last changed'),
};

const reference = record<FileReference>(
  {
    path: required(line, 'file beside the entry, or from content/ with a leading /', 'path: van-ban.pdf'),
    label: maybe(line, 'its name for readers'),
  },
  'path',
);
const picture = record<Picture>(
  {
    src: required(line, 'file beside the entry, or from content/ with a leading /', 'src: anh.jpg'),
    alt: maybe(line, 'description for people who cannot see it'),
    caption: maybe(line, 'chú thích'),
    credit: maybe(line, 'who made it'),
  },
  'src',
);
const source = record<NewsSource>(
  {
    name: required(line, 'who published it first', 'name: Báo Nhân Dân'),
    url: maybe(url, 'where'),
    timestamp: maybe(moment, 'when'),
  },
  'name',
);
const files = listOf(reference, { one: true });
const names = listOf(line, { one: true });

const article = record<FieldsOf['article']>({
  title: required(line, 'headline', 'title: Tiêu đề của tin'),
  timestamp: required(moment, 'when it is published', 'timestamp: 10:19 22/5/2024'),
  category: required(line, 'chuyên mục', 'category: Tin tức'),
  summary: maybe(line, 'sapo'),
  author: maybe(line, 'tác giả'),
  source: maybe(source, 'where it was published first'),
  image: maybe(picture, 'the picture of lists and of the article'),
  gallery: maybe(listOf(picture), 'more pictures, after the text'),
  video: maybe(ownFile, 'a video file'),
  audio: maybe(ownFile, 'an audio file'),
  tags: maybe(listOf(line, { one: true, split: /[,;]/ }), 'từ khóa'),
  files: maybe(files, 'files to load'),
  poll: maybe(slugText, 'the poll shown beside the article'),
  pinned: maybe(flagOrMoment, 'kept at the head of the home page, for ever or until a date'),
  ...common,
});

const document = record<FieldsOf['document']>({
  number: maybe(documentNumber, 'số, ký hiệu; required unless `comment` is there'),
  type: required(line, 'loại văn bản', 'type: Kế hoạch'),
  issuer: required(line, 'cơ quan ban hành', 'issuer: Ban Thường vụ Thành ủy'),
  issued: required(day, 'ngày ban hành', 'issued: 26/3/2024'),
  summary: required(line, 'trích yếu', 'summary: về tổ chức Diễn đàn chi bộ năm 2024'),
  files: required(files, 'the document itself', 'files: [214-kh-tu.pdf]'),
  title: maybe(line, 'instead of `Kế hoạch số 214-KH/TU`'),
  effective: maybe(day, 'first day in force'),
  expires: maybe(day, 'first day out of force'),
  status: maybe(oneOf(STATUS_NAMES), 'tình trạng hiệu lực, where dates do not settle it'),
  signer: maybe(
    record({ name: required(line, 'người ký', 'name: Họ và tên'), position: maybe(line, 'chức vụ') }, 'name'),
    'người ký',
  ),
  field: maybe(line, 'lĩnh vực'),
  replaces: maybe(names, 'numbers of the documents that it replaces'),
  amends: maybe(names, 'numbers of the documents that it amends'),
  repeals: maybe(names, 'numbers of the documents that it repeals'),
  related: maybe(names, 'numbers of other documents'),
  timestamp: maybe(moment, 'when it is posted; else the day of issue'),
  comment: maybe(
    record({
      opens: maybe(moment, 'when comments are taken'),
      closes: maybe(moment, 'until when; a date lasts through its day'),
      address: maybe(lines, 'where to send them'),
      email: maybe(line, 'where to mail them'),
    }),
    'lấy ý kiến: this is a draft for comment',
  ),
  ...common,
});

const poll = record<FieldsOf['poll']>({
  question: required(line, 'câu hỏi', 'question: Bạn thấy trang này thế nào?'),
  options: required(listOf(line, { min: 2 }), 'phương án', 'options: [Tốt, Khá, Cần cải thiện]'),
  choices: maybe(count(1, 100), 'how many options one person may choose; default 1'),
  opens: required(moment, 'when voting opens', 'opens: 1/6/2024'),
  closes: maybe(moment, 'when it closes; a date lasts through its day'),
  results: maybe(
    record({
      participants: required(count(0, 1_000_000_000), 'people who voted', 'participants: 0'),
      votes: required(listOf(count(0, 1_000_000_000)), 'ticks for each option, in order', 'votes: [0, 0]'),
    }),
    'counts to show',
  ),
  ...common,
});

const page = record<FieldsOf['page']>({
  title: required(line, 'title', 'title: Giới thiệu'),
  summary: maybe(line, 'a sentence under the title'),
  ...common,
});

export const schemas: { readonly [K in Kind]: RecordType<FieldsOf[K]> } = { article, document, poll, page };

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  article: 'tin',
  document: 'văn bản',
  poll: 'thăm dò',
  page: 'trang',
};
export const kindType = oneOf(KIND_NAMES);

/** Required of a document unless it is a draft for comment, which a schema of single fields cannot say. */
export const NUMBER_EXAMPLE = 'number: 214-KH/TU';

/** The least front matter of a kind, for the message that there is none. */
export function exampleOf(kind: Kind): string {
  const required = Object.values(schemas[kind].fields).filter((field) => field.required);
  const lines = required.map((field) => field.example);
  return (kind === 'document' ? [NUMBER_EXAMPLE, ...lines] : lines).join('\n');
}
