import { error, warning, wholeUrl } from '../message.js';

/** Mistakes in the text of an entry, and in the files and entries that it refers to. */
export const bodyMessages = {
  'body/raw-html': warning((p: { tag: string }) => ({
    vi: [`Mã HTML ${p.tag} bị bỏ đi, chỉ giữ lại chữ.`, insteadOf(p.tag).vi],
    en: [`The HTML ${p.tag} is left out; only the text stays.`, insteadOf(p.tag).en],
  })),
  'body/unclosed-html': error((p: { open: string; close: string }) => ({
    vi: [
      `${p.open} không có ${p.close} nên mọi chữ từ đây đến cuối bài bị mất.`,
      `Thêm ${p.close}, hoặc xóa ${p.open}.`,
    ],
    en: [
      `${p.open} has no ${p.close}, so all text from here to the end is lost.`,
      `Add ${p.close}, or delete ${p.open}.`,
    ],
  })),
  'body/heading-without-space': warning((p: { line: string }) => ({
    vi: ['Đề mục cần một dấu cách sau các dấu #.', `Viết: ${p.line}`],
    en: ['A heading needs a space behind its # marks.', `Write: ${p.line}`],
  })),
  'body/unused-address': warning((p: { label: string; url: string }) => ({
    vi: [
      `Dòng này không hiện ra: nó chỉ cho biết địa chỉ của liên kết [${p.label}], mà trong bài không có liên kết ấy.`,
      `Muốn hiện chữ, viết: ${p.label}: ${p.url}`,
    ],
    en: [
      `This line is not shown: it only gives the address of a link [${p.label}], and the text has no such link.`,
      `To show it, write: ${p.label}: ${p.url}`,
    ],
  })),
  'body/unused-footnote': warning((p: { label: string }) => ({
    vi: [
      `Chú thích này không hiện ra: trong bài không có dấu [^${p.label}] nào dành cho nó.`,
      `Đặt [^${p.label}] vào chỗ cần chú thích; mỗi chú thích một tên riêng.`,
    ],
    en: [
      `This footnote is not shown: the text has no mark [^${p.label}] for it.`,
      `Put [^${p.label}] where it belongs; each footnote has a name of its own.`,
    ],
  })),
  'body/lines-run-together': warning((p: { line: number; next: number }) => ({
    vi: [`Dòng ${p.line} và ${p.next} sẽ dính thành một đoạn.`, 'Hãy thêm một dòng trống ở giữa.'],
    en: [
      `Lines ${p.line} and ${p.next} will run together into one paragraph.`,
      'Put an empty line between them.',
    ],
  })),
  'body/indented-code': warning((_: Record<string, never>) => ({
    vi: ['Đoạn này thụt đầu dòng nên sẽ hiện như mã máy tính.', 'Xóa các dấu cách hoặc Tab ở đầu dòng.'],
    en: [
      'This paragraph is indented and will look like computer code.',
      'Delete the spaces or tabs at the beginning of the line.',
    ],
  })),
  'body/bullet-character': warning((p: { char: string; line: string }) => ({
    vi: [`Dòng bắt đầu bằng “${p.char}” không thành danh sách.`, `Viết: ${p.line}`],
    en: [`A line that begins with “${p.char}” does not become a list.`, `Write: ${p.line}`],
  })),
  'body/no-such-footnote': warning((p: { label: string }) => ({
    vi: [
      `Chú thích [^${p.label}] không có nội dung.`,
      `Thêm ở cuối bài một dòng: [^${p.label}]: nội dung chú thích`,
    ],
    en: [`The footnote [^${p.label}] has no text.`, `Add a line at the end: [^${p.label}]: the text`],
  })),
  'image/no-description': warning((p: { before: string; after: string }) => ({
    vi: [
      'Ảnh chưa có mô tả cho người khiếm thị.',
      `Thêm mô tả, ví dụ:${p.before}Quang cảnh lễ phát động${p.after}`,
    ],
    en: [
      'The image has no description for people who cannot see it.',
      `Add one, for example:${p.before}Quang cảnh lễ phát động${p.after}`,
    ],
  })),
  'image/missing': error((p: { path: string; nearest: string }) => ({
    vi: [
      `Không tìm thấy ảnh “${p.path}”.`,
      p.nearest
        ? `Có phải ý là “${p.nearest}”?`
        : 'Chép ảnh vào cùng thư mục với bài, và viết đúng cả đuôi tệp.',
    ],
    en: [
      `The image “${p.path}” is not there.`,
      p.nearest
        ? `Did you mean “${p.nearest}”?`
        : 'Copy the image beside the entry, and spell its ending right.',
    ],
  })),
  'image/space-in-name': error((p: { right: string }) => ({
    vi: [
      'Tên tệp có dấu cách nên dòng này không thành ảnh hay liên kết.',
      `Đổi tên tệp cho không có dấu cách, hoặc thêm ngoặc nhọn: ${p.right}`,
    ],
    en: [
      'The file’s name holds a space, so this becomes neither an image nor a link.',
      `Rename the file without spaces, or add angle brackets: ${p.right}`,
    ],
  })),
  'image/damaged': error((p: { path: string }) => ({
    vi: [
      `Ảnh “${p.path}” bị hỏng hoặc không phải là ảnh.`,
      'Mở ảnh bằng phần mềm xem ảnh, lưu lại dưới dạng JPEG hoặc PNG.',
    ],
    en: [
      `The image “${p.path}” is damaged or not an image.`,
      'Open it in an image program and save it again as JPEG or PNG.',
    ],
  })),
  'image/format': error((p: { path: string }) => ({
    vi: [
      `Trình duyệt không hiện được “${p.path}” như một bức ảnh.`,
      'Mở bằng phần mềm xem ảnh, lưu lại dưới dạng JPEG hoặc PNG; tệp khác thì viết thành liên kết.',
    ],
    en: [
      `Browsers cannot show “${p.path}” as a picture.`,
      'Open it in an image program and save it as JPEG or PNG; to another file, write a link.',
    ],
  })),
  'image/enormous': error((p: { path: string; width: number; height: number; megapixels: number }) => ({
    vi: [
      `Ảnh “${p.path}” có ${p.width} × ${p.height} điểm ảnh (${p.megapixels} triệu), lớn quá nên không xử lý được.`,
      'Mở bằng phần mềm ảnh, thu nhỏ chiều rộng còn khoảng 2000 điểm ảnh rồi lưu lại.',
    ],
    en: [
      `The image “${p.path}” has ${p.width} × ${p.height} pixels (${p.megapixels} million), too many to be read.`,
      'Open it in an image program, make it about 2000 pixels wide and save it again.',
    ],
  })),
  'image/large': warning((p: { path: string; width: number; height: number; megapixels: number }) => ({
    vi: [
      `Ảnh “${p.path}” có ${p.width} × ${p.height} điểm ảnh (${p.megapixels} triệu), lớn hơn nhiều so với cần thiết.`,
      'Thu nhỏ chiều rộng còn khoảng 2000 điểm ảnh thì trang dựng nhanh hơn, kho tệp nhẹ hơn.',
    ],
    en: [
      `The image “${p.path}” has ${p.width} × ${p.height} pixels (${p.megapixels} million), many more than are needed.`,
      'About 2000 pixels of width build faster and keep the repository small.',
    ],
  })),
  'image/elsewhere': warning((p: { url: string }) => ({
    vi: [`Ảnh ${p.url} nằm ở trang khác nên không được hiện.`, 'Tải ảnh về, chép vào cùng thư mục với bài.'],
    en: [
      `The image ${p.url} lies on another site and is not shown.`,
      'Download it and put it beside the entry.',
    ],
  })),
  'link/missing': error((p: { target: string; nearest: string }) => ({
    vi: [
      `Liên kết dẫn đến “${p.target}”, nhưng không có mục hay tệp ấy.`,
      p.nearest
        ? `Có phải ý là “${p.nearest}”?`
        : `Kiểm tra lại đường dẫn; liên kết ra ngoài phải có ${otherSite(p.target)}`,
    ],
    en: [
      `The link leads to “${p.target}”, but there is no such entry or file.`,
      p.nearest
        ? `Did you mean “${p.nearest}”?`
        : `Check the path; a link to another site needs ${otherSite(p.target)}`,
    ],
  })),
  'link/outside': error((p: { target: string }) => ({
    vi: [`“${p.target}” dẫn ra ngoài thư mục nội dung.`, 'Chép tệp vào trong content/ rồi dẫn đến đó.'],
    en: [
      `“${p.target}” leads out of the content folder.`,
      'Copy the file into content/ and link to it there.',
    ],
  })),
  'link/no-such-anchor': error((p: { anchor: string; target: string; nearest: string }) => ({
    vi: [
      `Trong ${p.target} không có mục “#${p.anchor}”.`,
      p.nearest
        ? `Có phải ý là “#${p.nearest}”?`
        : 'Bỏ phần sau dấu #, hoặc viết đúng tên của tiêu đề trong bài.',
    ],
    en: [
      `There is no “#${p.anchor}” in ${p.target}.`,
      p.nearest
        ? `Did you mean “#${p.nearest}”?`
        : 'Leave out what follows the #, or spell the heading’s name right.',
    ],
  })),
  'link/scheme': warning((p: { url: string }) => ({
    vi: [`Liên kết “${p.url}” không được phép nên chỉ hiện chữ.`, 'Chỉ dùng http, https, mailto hoặc tel.'],
    en: [`The link “${p.url}” is not allowed; only its text is shown.`, 'Use http, https, mailto or tel.'],
  })),
};

const INSTEAD: readonly (readonly [tags: RegExp, vi: string, en: string])[] = [
  [/^(?:b|strong)$/, 'Viết: **chữ đậm**', 'Write: **bold text**'],
  [/^(?:i|em)$/, 'Viết: *chữ nghiêng*', 'Write: *italic text*'],
  [/^a$/, 'Viết: [chữ](https://…)', 'Write: [text](https://…)'],
  [/^img$/, 'Viết: ![mô tả](anh.jpg)', 'Write: ![description](photo.jpg)'],
  [/^h[1-6]$/, 'Viết: ## Tiêu đề của mục', 'Write: ## A heading'],
  [
    /^(?:iframe|video|embed|object)$/,
    'Chép tệp phim vào cùng thư mục rồi thêm trường video:, hoặc viết một liên kết.',
    'Put the film beside the entry and add a field video:, or write a link.',
  ],
];

/** The web address that a link without `https://` was meant as; a file's name may look like one too. */
function otherSite(target: string): string {
  const isSite = /^www\.|^[^/]+\.(?:vn|com|net|org|info)(?:[/:]|$)/i.test(target);
  return (isSite && wholeUrl(target)) || 'https://';
}

/** What to write in place of an HTML element. */
function insteadOf(tag: string): { vi: string; en: string } {
  const [, vi, en] = INSTEAD.find(([tags]) => tags.test(tag.slice(1, -1))) ?? [];
  return { vi: vi ?? 'Xóa thẻ ấy đi, giữ lại chữ.', en: en ?? 'Delete the tag and keep the text.' };
}
