import { fold } from './text.js';

/** The Vietnamese names of fields. An editor may use either name, with or without marks. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  title: 'tiêu đề',
  timestamp: 'thời gian',
  category: 'chuyên mục',
  summary: 'tóm tắt',
  author: 'tác giả',
  source: 'nguồn',
  image: 'ảnh',
  tags: 'từ khóa',
  files: 'tệp',
  draft: 'nháp',
  pinned: 'ghim',
  unpublish: 'gỡ',
  number: 'số ký hiệu',
  type: 'loại văn bản',
  issuer: 'cơ quan ban hành',
  issued: 'ngày ban hành',
  effective: 'ngày có hiệu lực',
  expires: 'ngày hết hiệu lực',
  signer: 'người ký',
  field: 'lĩnh vực',
  replaces: 'thay thế',
  amends: 'sửa đổi',
  repeals: 'bãi bỏ',
  question: 'câu hỏi',
  options: 'phương án',
  choices: 'số lựa chọn',
  opens: 'mở',
  closes: 'đóng',
};

/** Two Vietnamese names for one field: trích yếu is what a document's summary is called. */
const ALSO: Readonly<Record<string, string>> = { 'trích yếu': 'summary' };

const plain = (key: string): string => fold(key).replace(/[\s,_-]+/g, '');

const canonical = new Map<string, string>([
  ...Object.entries(VIETNAMESE).map(([name, vi]) => [plain(vi), plain(name)] as const),
  ...Object.entries(ALSO).map(([vi, name]) => [plain(vi), plain(name)] as const),
]);

const known = new Map<string, string>();

/** One key for all spellings of a field's name: `Tiêu đề`, `tieu-de` and `title` give `title`. */
export function canonicalKey(key: string): string {
  let found = known.get(key);
  if (found === undefined) {
    const p = plain(key);
    found = canonical.get(p) ?? p;
    // Files name the same few fields; what is no field is not kept.
    if (known.size < 1000) known.set(key, found);
  }
  return found;
}

/** `title (tiêu đề)`, or the name alone where it has no Vietnamese one. */
export function fieldLabel(name: string): string {
  const vi = VIETNAMESE[name];
  return vi ? `${name} (${vi})` : name;
}

export function vietnameseName(name: string): string | undefined {
  return VIETNAMESE[name];
}
