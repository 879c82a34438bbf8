import { error, warning } from '../message.js';

/** Mistakes in a whole file, before its fields are looked at. */
export const fileMessages = {
  'file/not-utf8': error((_: Record<string, never>) => ({
    vi: [
      'Tệp này không được lưu bằng mã UTF-8.',
      'Trong Notepad: File (Tệp) → Save as (Lưu dưới dạng) → Encoding (Mã hóa): UTF-8 → Save (Lưu).',
    ],
    en: ['This file is not saved as UTF-8.', 'In Notepad: File → Save as… → Encoding: UTF-8 → Save.'],
  })),
  'file/legacy-encoding': error((p: { encoding: string; sample: string }) => ({
    vi: [
      `Chữ ở đây viết bằng bảng mã cũ ${p.encoding}: “${p.sample}”.`,
      'Chuyển sang Unicode (UniKey: Ctrl+Shift+F6, đích là Unicode) rồi lưu lại.',
    ],
    en: [
      `The text here is in the old ${p.encoding} encoding: “${p.sample}”.`,
      'Convert it to Unicode (UniKey: Ctrl+Shift+F6, to Unicode) and save it again.',
    ],
  })),
  'file/conflict-marks': error((_: Record<string, never>) => ({
    vi: [
      'Trong tệp còn dấu xung đột của git (<<<<<<<, =======, >>>>>>>).',
      'Chọn phần muốn giữ, rồi xóa ba dòng dấu ấy.',
    ],
    en: [
      'The file still holds git’s conflict marks (<<<<<<<, =======, >>>>>>>).',
      'Keep the part that you want and delete the three lines of marks.',
    ],
  })),
  'file/other-name': warning((p: { name: string; right: string }) => ({
    vi: [`“${p.name}” không được đọc, vì chỉ tên “${p.right}” mới được đọc.`, `Đổi tên thành ${p.right}.`],
    en: [`“${p.name}” is not read; only the name “${p.right}” is.`, `Rename it to ${p.right}.`],
  })),
  'file/outside': error((_: Record<string, never>) => ({
    vi: [
      'Đây là một liên kết (symlink) dẫn ra ngoài thư mục của trang.',
      'Chép tệp thật vào đây thay cho liên kết.',
    ],
    en: ['This is a link that leads out of the site’s folder.', 'Copy the real file here instead.'],
  })),
  'file/same-name': error((p: { other: string }) => ({
    vi: [`Tên tệp này với “${p.other}” bị Windows và macOS coi là một.`, 'Đổi tên một trong hai tệp.'],
    en: [`Windows and macOS take this file’s name and “${p.other}” for the same.`, 'Rename one of the two.'],
  })),
  'file/large': warning((p: { size: string }) => ({
    vi: [
      `Tệp nặng ${p.size}; người đọc bằng điện thoại khó tải.`,
      'Giảm dung lượng hoặc đưa lên nơi khác rồi dẫn liên kết.',
    ],
    en: [
      `The file is ${p.size}; readers on a phone will hardly load it.`,
      'Make it smaller, or put it elsewhere and link to it.',
    ],
  })),
  'file/no-content': warning((_: Record<string, never>) => ({
    vi: [
      'Ở đây không có thư mục content/; trang dựng ra sẽ trống.',
      'Kiểm tra xem có đang ở đúng thư mục của trang không.',
    ],
    en: ['There is no content/ here; the site will be empty.', 'Check whether this is the site’s folder.'],
  })),
  'file/changed': error((_: Record<string, never>) => ({
    vi: [
      'Tệp bị xóa hoặc không đọc được trong khi đang dựng trang.',
      'Chạy lại lệnh; nếu vẫn vậy, kiểm tra quyền đọc của tệp.',
    ],
    en: [
      'The file vanished or could not be read during the build.',
      'Run the command again; if it stays, check the file’s permissions.',
    ],
  })),
  'front-matter/none': error((p: { example: string; unfenced: number }) => ({
    vi: p.unfenced
      ? ['Phần khai báo thiếu hai dòng “---”.', `Viết:\n---\n${p.example}\n---`]
      : ['Tệp không bắt đầu bằng phần khai báo.', `Đặt lên đầu tệp:\n---\n${p.example}\n---`],
    en: p.unfenced
      ? ['The front matter lacks its two lines “---”.', `Write:\n---\n${p.example}\n---`]
      : ['The file does not begin with front matter.', `Put this at the top:\n---\n${p.example}\n---`],
  })),
  'front-matter/not-first': error((p: { line: number }) => ({
    vi: [
      `Dấu “---” mở đầu phải ở dòng 1, không phải dòng ${p.line}.`,
      'Xóa các dòng phía trên nó, kể cả dòng trống.',
    ],
    en: [
      `The opening “---” must stand on line 1, not on line ${p.line}.`,
      'Delete the lines above it, empty ones too.',
    ],
  })),
  'front-matter/unclosed': error((p: { line: number }) => ({
    vi: [
      'Phần khai báo chưa được đóng bằng dấu “---”.',
      `Thêm một dòng chỉ có --- ngay trước dòng ${p.line}.`,
    ],
    en: [
      'The front matter is not closed by “---”.',
      `Add a line that holds only --- right before line ${p.line}.`,
    ],
  })),
  'front-matter/bad-fence': error((p: { text: string }) => ({
    vi: [`Dòng “${p.text}” phải chỉ gồm ba dấu gạch nối, ở ngay đầu dòng: ---`, 'Thay dòng ấy bằng: ---'],
    en: [
      `The line “${p.text}” must hold three hyphens only, at the very beginning: ---`,
      'Replace the line by: ---',
    ],
  })),
  'file/not-playable': warning((p: { path: string; right: string }) => ({
    vi: [
      `Nhiều trình duyệt không phát được “${p.path}”.`,
      `Chuyển tệp sang dạng ${p.right} bằng phần mềm dựng phim hoặc ghi âm.`,
    ],
    en: [`Many browsers cannot play “${p.path}”.`, `Convert it to ${p.right} in a video or audio program.`],
  })),
};
