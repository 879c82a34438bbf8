import { error, warning, wholeUrl } from '../message.js';

const meant = (nearest: string, vi: string, en: string) => ({
  vi: nearest ? `${vi} “${nearest}”?` : undefined,
  en: nearest ? `${en} “${nearest}”?` : undefined,
});

/** Mistakes in the fields of an entry or of `site.yaml`, told under `front-matter/` and `settings/`. */
export const fieldMessages = {
  'missing-field': error((p: { field: string; line: string; empty: number }) => ({
    vi: p.empty
      ? [`Trường “${p.field}” chưa có nội dung.`, `Viết, ví dụ: ${p.line}`]
      : [`Thiếu trường “${p.field}”.`, `Thêm dòng này: ${p.line}`],
    en: p.empty
      ? [`The field “${p.field}” is empty.`, `Write, for example: ${p.line}`]
      : [`The field “${p.field}” is missing.`, `Add this line: ${p.line}`],
  })),
  'misspelt-field': error((p: { field: string; right: string; line: string }) => ({
    vi: [`Tên trường “${p.field}” viết sai; đúng là “${p.right}”.`, `Sửa thành: ${p.line}`],
    en: [`The field’s name “${p.field}” is misspelt; it is “${p.right}”.`, `Write: ${p.line}`],
  })),
  'unknown-field': warning((p: { field: string; nearest: string }) => {
    const { vi, en } = meant(p.nearest, 'Có phải ý là', 'Did you mean');
    return {
      vi: [`Không có trường nào tên “${p.field}”; dòng này bị bỏ qua.`, vi ?? 'Xóa dòng này nếu không cần.'],
      en: [
        `There is no field “${p.field}”; the line is ignored.`,
        en ?? 'Delete the line if it is not needed.',
      ],
    };
  }),
  'repeated-field': error((p: { field: string; line: number }) => ({
    vi: [`Trường “${p.field}” được viết hai lần; lần đầu ở dòng ${p.line}.`, 'Chỉ giữ lại một dòng.'],
    en: [`The field “${p.field}” is written twice; first on line ${p.line}.`, 'Keep only one of them.'],
  })),
  'not-text': error((p: { field: string; line: string }) => ({
    vi: [`Ở “${p.field}”, chỗ này phải là một dòng chữ.`, `Đặt cả dòng chữ trong ngoặc kép: ${p.line}`],
    en: [`In “${p.field}”, this must be text.`, `Put the whole text in quotation marks: ${p.line}`],
  })),
  'not-a-list': error((p: { field: string; line: string }) => ({
    vi: [`“${p.field}” phải là một danh sách, mỗi dòng một mục bắt đầu bằng “- ”.`, `Viết:\n${p.line}`],
    en: [`“${p.field}” must be a list, one item a line, each beginning with “- ”.`, `Write:\n${p.line}`],
  })),
  'not-a-group': error((p: { field: string; keys: string; line: string }) => ({
    vi: [`“${p.field}” phải gồm các dòng con, thụt vào hai dấu cách: ${p.keys}.`, `Ví dụ:\n${p.line}`],
    en: [
      `“${p.field}” must hold lines of its own, indented by two spaces: ${p.keys}.`,
      `For example:\n${p.line}`,
    ],
  })),
  'bad-number': error((p: { field: string; value: string; min: number; max: number }) => ({
    vi: [
      `“${p.field}” phải là số nguyên từ ${p.min} đến ${p.max}, không phải “${p.value}”.`,
      `Ví dụ: ${p.field}: ${p.min}`,
    ],
    en: [
      `“${p.field}” must be a whole number from ${p.min} to ${p.max}, not “${p.value}”.`,
      `For example: ${p.field}: ${p.min}`,
    ],
  })),
  'bad-flag': error((p: { field: string; value: string }) => ({
    vi: [
      `“${p.field}” chỉ nhận “có” hoặc “không”, không phải “${p.value}”.`,
      `Viết: ${p.field}: có, hoặc: ${p.field}: không`,
    ],
    en: [
      `“${p.field}” takes “true” or “false”, not “${p.value}”.`,
      `Write: ${p.field}: true, or: ${p.field}: false`,
    ],
  })),
  'bad-time': error((p: { field: string; value: string; right: string }) => ({
    vi: [
      `Không đọc được thời gian “${p.value}”.`,
      `Viết ngày trước tháng, năm đủ bốn chữ số: ${p.field}: ${p.right}`,
    ],
    en: [
      `Cannot read the time “${p.value}”.`,
      `Write the day before the month, and all four digits of the year: ${p.field}: ${p.right}`,
    ],
  })),
  'no-such-date': error((p: { value: string; last: string; line: string }) => ({
    vi: [
      `Không có ngày “${p.value}”.`,
      p.last
        ? `Tháng ấy chỉ có ${p.last} ngày.`
        : `Tháng từ 1 đến 12, ngày viết trước tháng${p.line ? `: ${p.line}` : '.'}`,
    ],
    en: [
      `There is no such date as “${p.value}”.`,
      p.last
        ? `That month has ${p.last} days.`
        : `Months go from 1 to 12, and the day comes before the month${p.line ? `: ${p.line}` : '.'}`,
    ],
  })),
  'no-such-time': error((p: { value: string }) => ({
    vi: [`Giờ trong “${p.value}” không có thật.`, 'Giờ từ 0 đến 23, phút từ 0 đến 59.'],
    en: [`There is no such time of day as in “${p.value}”.`, 'Hours go from 0 to 23, minutes from 0 to 59.'],
  })),
  'wrong-weekday': error((p: { value: string; right: string; line: string }) => ({
    vi: [`Sai thứ trong “${p.value}”: ngày ấy là ${p.right}.`, `Sửa lại ngày, hoặc viết: ${p.line}`],
    en: [
      `The weekday in “${p.value}” is wrong: that day is ${p.right}.`,
      `Mend the date, or write: ${p.line}`,
    ],
  })),
  'not-one-of': error((p: { field: string; value: string; allowed: string; nearest: string }) => {
    const { vi, en } = meant(p.nearest, 'Có phải ý là', 'Did you mean');
    return {
      vi: [
        `“${p.field}” không nhận “${p.value}”; chỉ nhận: ${p.allowed}.`,
        vi ?? 'Chọn một trong các giá trị ấy.',
      ],
      en: [`“${p.field}” does not take “${p.value}”; it takes: ${p.allowed}.`, en ?? 'Choose one of these.'],
    };
  }),
  'too-few': error((p: { field: string; min: number }) => ({
    vi: [`“${p.field}” cần ít nhất ${p.min} mục.`, 'Thêm mục, mỗi dòng một mục bắt đầu bằng “- ”.'],
    en: [`“${p.field}” needs at least ${p.min} items.`, 'Add items, one a line, each beginning with “- ”.'],
  })),
  'not-a-file': error((p: { field: string; value: string }) => ({
    vi: [
      `“${p.field}” phải là một tệp của trang, không phải địa chỉ web.`,
      `Chép tệp vào cùng thư mục và ghi tên tệp, hoặc viết trong bài: [Mở liên kết](${p.value})`,
    ],
    en: [
      `“${p.field}” must be a file of the site, not a web address.`,
      `Copy the file beside the entry and write its name, or write in the text: [Open the link](${p.value})`,
    ],
  })),
  'bad-url': error((p: { field: string; value: string }) => ({
    vi: [
      `“${p.value}” không phải là một địa chỉ web.`,
      `Viết cả https://, ví dụ: ${p.field}: ${wholeUrl(p.value) ?? 'https://example.vn/'}`,
    ],
    en: [
      `“${p.value}” is not a web address.`,
      `Write it with https://, for example: ${p.field}: ${wholeUrl(p.value) ?? 'https://example.vn/'}`,
    ],
  })),
  'bad-address': error((p: { field: string; value: string }) => ({
    vi: [
      `“${p.value}” không phải là một địa chỉ trong trang.`,
      `Địa chỉ bắt đầu bằng “/”, không có dấu cách, “?”, “#” hay “..”, ví dụ: ${p.field}: ${withSlash(p.value) ?? '/tin-cu/1/'}`,
    ],
    en: [
      `“${p.value}” is not an address within the site.`,
      `An address begins with “/” and holds no space, “?”, “#” or “..”, for example: ${p.field}: ${withSlash(p.value) ?? '/old-news/1/'}`,
    ],
  })),
};

/** `/tin-cu/1` for `tin-cu/1`, where the slash is all that is missing. */
function withSlash(value: string): string | undefined {
  return /^[^/?#\\\s.:][^?#\\\s:]*$/.test(value) && !value.includes('..') ? `/${value}` : undefined;
}
