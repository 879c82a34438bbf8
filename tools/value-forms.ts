/** What the reference says of the forms of values, and examples of fields whose form is plain text. */

interface Form {
  readonly meaning: string;
  /** The first is the one shown beside a field. */
  readonly examples: readonly string[];
}

/** By what a type says may be written (`Type.doc`). */
export const FORMS: Readonly<Record<string, Form>> = {
  text: {
    meaning:
      'Text on one line. With a colon and a space in it, a `#` behind a space, or one of `[ { " \' & * ! % @ > |` as its first character, the whole goes in quotation marks.',
    examples: ['Ra quân làm sạch đường phố', '"Thông báo: lịch nghỉ Tết"'],
  },
  time: {
    meaning:
      'A moment. The day comes before the month; a weekday, if written, must be that day’s. Without an offset it is in the site’s time zone. A date alone begins at 00:00; where the meaning says so, it lasts through its day.',
    examples: [
      '10:19 22/5/2024',
      '22/5/2024',
      '22-5-2024',
      '22.5.2024',
      '22 tháng 5 năm 2024',
      '10h19 22/5/2024',
      '22/5/2024 10:19',
      '10:19, Thứ Tư, 22-5-2024',
      '2024-05-22',
      '2024-05-22 10:19',
      '2024-05-22T10:19:00+07:00',
    ],
  },
  date: {
    meaning: 'A day, in any form of a time; a time of day written with it is left out.',
    examples: ['26/3/2024', '26 tháng 3 năm 2024', '2024-03-26'],
  },
  'có | không': { meaning: 'Yes or no.', examples: ['có', 'không', 'true', 'false'] },
  'có | time': { meaning: 'Yes, no, or until when.', examples: ['có', '31/5/2024'] },
  slug: {
    meaning: 'A name for addresses: `a–z`, `0–9`, `-`. Anything else is turned into one.',
    examples: ['ten-ngan-gon', 'Tên ngắn gọn'],
  },
  URL: { meaning: 'A whole web address, `mailto:` or `tel:`.', examples: ['https://example.vn/'] },
  '/address': {
    meaning: 'An address within the site: it begins with `/` and holds no `?`, `#` or `..`.',
    examples: ['/tin-cu/123/'],
  },
  '214-KH/TU': {
    meaning: 'The number of an official document. Spaces and long dashes in it are put right.',
    examples: ['214-KH/TU', '42/2022/NĐ-CP', '3241/SNV-TT'],
  },
  'https://…/': {
    meaning: 'The address of the site; it may hold a path.',
    examples: ['https://dongha.example.vn/', 'https://example.vn/dong-ha/'],
  },
  'time zone': { meaning: 'A name of the tz database.', examples: ['Asia/Ho_Chi_Minh'] },
  '#rrggbb': { meaning: 'A colour, in quotation marks.', examples: ['"#b8121b"'] },
  '/:category/:year/:slug/': {
    meaning:
      'A pattern with `:slug` and, where wanted, `:category`, `:year`, `:month` and `:day`. It begins and ends with `/`.',
    examples: ['/:category/:year/:slug/', '/:year/:month/:day/:slug/'],
  },
  'address | URL': {
    meaning: 'An address within the site, or a web address on the site’s own domain.',
    examples: ['/api/polls/'],
  },
};

/** By a field's name; by `<kind>.<path>` or `site.<path>` where the name alone would not do. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  'site.banner.until': '31/12/2026',
  address: '01 Đường Mẫu, Đông Hà',
  alt: 'Học sinh trồng cây trong sân trường',
  amends: '[15/2023/QĐ-UBND]',
  audio: 'phat-thanh.mp3',
  author: 'Ban Biên tập',
  caption: 'Buổi trồng cây đầu xuân',
  categories: '[Tin tức, Kinh tế]',
  credit: 'Ban Biên tập',
  description: 'Tin hoạt động và sự kiện trên địa bàn',
  email: 'hop-thu@example.vn',
  emblem: 'hinh-anh/bieu-trung.svg',
  closes: '31/12/2026',
  expires: '1/1/2030',
  unpublish: '31/12/2026',
  extends: '../chung/site.yaml',
  field: 'Xây dựng Đảng',
  files: '[phu-luc.pdf]',
  gallery: '[{src: anh-1.jpg, alt: Lễ phát động}]',
  label: 'Toàn văn Kế hoạch',
  licence: 'Giấy phép số …',
  name: 'Tên cơ quan',
  parent: 'Tên cơ quan cấp trên',
  phone: '0233 000 000',
  poll: 'gio-mo-cua-thu-vien',
  position: 'Bí thư',
  related: '[01-KL/TW ngày 18/5/2021]',
  repeals: '[12/2020/QĐ-UBND]',
  replaces: '[37/2023/QĐ-UBND]',
  reuse: 'Ghi rõ nguồn khi đăng lại',
  robots: 'noindex',
  summary: 'Một hai câu mở đầu',
  tags: 'cây xanh, khu phố',
  text: 'Trang này đã ngừng cập nhật',
  'document.title': 'Kế hoạch tổ chức Diễn đàn chi bộ năm 2024',
  'site.theme.from': '../chung/templates',
  'site.title': 'Trang tin Đông Hà',
  video: 'le-phat-dong.mp4',
  widths: '[480, 960]',
  script: '[https://example.vn]',
  style: '[https://example.vn]',
  frame: '[https://example.vn]',
  connect: '[https://example.vn]',
  image: '[https://example.vn]',
};
