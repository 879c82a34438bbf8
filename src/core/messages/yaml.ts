import { error, warning } from '../message.js';

/** Mistakes in the YAML itself, told under `front-matter/` and `settings/`. */
export const yamlMessages = {
  'unquoted-colon': error((p: { line: string }) => ({
    vi: ['Dấu hai chấm trong nội dung làm hỏng dòng này.', `Đặt nội dung trong ngoặc kép: ${p.line}`],
    en: ['A colon within the value breaks this line.', `Put the value in quotation marks: ${p.line}`],
  })),
  'unquoted-start': error((p: { char: string; line: string }) => ({
    vi: [`Nội dung bắt đầu bằng “${p.char}” nên bị hiểu sai.`, `Đặt cả nội dung trong ngoặc kép: ${p.line}`],
    en: [
      `The value begins with “${p.char}” and is misread.`,
      `Put the whole value in quotation marks: ${p.line}`,
    ],
  })),
  'unclosed-mark': error((p: { char: string; line: string }) => ({
    vi: [`Dấu “${p.char}” mở ra mà không đóng lại.`, `Viết: ${p.line}`],
    en: [`The “${p.char}” is opened and not closed.`, `Write: ${p.line}`],
  })),
  'cut-by-hash': warning((p: { lost: string; line: string }) => ({
    vi: [
      `Phần “${p.lost}” sau dấu # bị coi là ghi chú và không hiện ra.`,
      `Đặt nội dung trong ngoặc kép: ${p.line}`,
    ],
    en: [
      `“${p.lost}” after the # is taken for a comment and is not shown.`,
      `Put the value in quotation marks: ${p.line}`,
    ],
  })),
  tab: error((p: { line: string }) => ({
    vi: ['Dòng này thụt vào bằng phím Tab.', `Thay bằng dấu cách: ${p.line}`],
    en: ['This line is indented with a tab.', `Use spaces instead: ${p.line}`],
  })),
  'no-space-after-colon': error((p: { line: string }) => ({
    vi: ['Thiếu dấu cách sau dấu hai chấm.', `Viết: ${p.line}`],
    en: ['The space after the colon is missing.', `Write: ${p.line}`],
  })),
  'bad-indent': error((p: { line: string }) => ({
    vi: ['Dòng này thụt vào không đúng.', `Viết thẳng hàng với các dòng cùng cấp: ${p.line}`],
    en: ['This line is indented wrongly.', `Align it with the lines of its level: ${p.line}`],
  })),
  syntax: error((p: { detail: string }) => ({
    vi: [
      `Không đọc được phần này (${p.detail}).`,
      'Mỗi dòng có dạng “tên: nội dung”. Dòng viết tiếp của dòng trên thì nối vào dòng trên, hoặc thụt vào hai dấu cách.',
    ],
    en: [
      `Cannot read this part (${p.detail}).`,
      'Each line has the form “name: value”. What continues the line above is joined to it, or indented by two spaces.',
    ],
  })),
  'not-fields': error((_: Record<string, never>) => ({
    vi: [
      'Phần này không phải là các dòng “tên: nội dung”.',
      'Viết mỗi dòng một trường, ví dụ: title: Tiêu đề của tin',
    ],
    en: [
      'This part does not consist of “name: value” lines.',
      'Write one field a line, for example: title: The headline',
    ],
  })),
};
