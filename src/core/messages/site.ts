import { error, warning } from '../message.js';

/** Mistakes in the settings, the redirects, the templates and the output folder. */
export const siteMessages = {
  'settings/bad-base-url': error((p: { value: string }) => ({
    vi: [
      `“${p.value}” không phải là địa chỉ của một trang web.`,
      'Viết đủ: baseUrl: https://dongha.example.vn/',
    ],
    en: [`“${p.value}” is not the address of a site.`, 'Write it whole: baseUrl: https://dongha.example.vn/'],
  })),
  'settings/bad-zone': error((p: { value: string }) => ({
    vi: [`Không có múi giờ nào tên “${p.value}”.`, 'Viết: timezone: Asia/Ho_Chi_Minh'],
    en: [`There is no time zone “${p.value}”.`, 'Write: timezone: Asia/Ho_Chi_Minh'],
  })),
  'settings/bad-colour': error((p: { value: string }) => ({
    vi: [`“${p.value}” không phải là một màu.`, 'Viết sáu chữ số, trong ngoặc kép: accent: "#b8121b"'],
    en: [`“${p.value}” is not a colour.`, 'Write six digits, in quotation marks: accent: "#b8121b"'],
  })),
  'settings/bad-permalink': error((p: { value: string; problem: string }) => ({
    vi: [
      `Mẫu địa chỉ “${p.value}” không dùng được: ${p.problem}.`,
      'Dùng :category :year :month :day :slug, ví dụ: article: /:category/:year/:slug/',
    ],
    en: [
      `The address pattern “${p.value}” cannot be used: ${p.problem}.`,
      'Use :category :year :month :day :slug, for example: article: /:category/:year/:slug/',
    ],
  })),
  'settings/bad-extends': error((p: { value: string; reason: string }) => ({
    vi: [
      `Không đọc được thiết lập chung “${p.value}” (${p.reason}).`,
      'Viết đường dẫn đến một site.yaml, hoặc tên một gói npm đã cài.',
    ],
    en: [
      `Cannot read the shared settings “${p.value}” (${p.reason}).`,
      'Write the path of a site.yaml, or the name of an installed npm package.',
    ],
  })),
  'settings/bad-theme': error((p: { value: string }) => ({
    vi: [
      `Không có thư mục mẫu trang “${p.value}”.`,
      'Viết đường dẫn đến một thư mục templates, hoặc tên một gói npm đã cài.',
    ],
    en: [
      `There is no templates folder “${p.value}”.`,
      'Write the path of a templates folder, or the name of an installed npm package.',
    ],
  })),
  'settings/foreign-endpoint': error((p: { value: string; site: string }) => ({
    vi: [
      `Nơi nhận phiếu ${p.value} không cùng tên miền với ${p.site}; trình duyệt sẽ chặn cookie của nó.`,
      'Đặt dịch vụ thăm dò trong tên miền của trang, ví dụ: endpoint: /api/polls/',
    ],
    en: [
      `The poll endpoint ${p.value} is not on the domain of ${p.site}; browsers will block its cookie.`,
      'Serve it from the site’s own domain, for example: endpoint: /api/polls/',
    ],
  })),
  'settings/missing-target': error((p: { target: string; nearest: string }) => ({
    vi: [
      `Không có trang nào ở “${p.target}”.`,
      p.nearest
        ? `Có phải ý là “${p.nearest}”?`
        : 'Viết một địa chỉ của trang như /van-ban/, một tệp như trang/lien-he.md, hoặc cả https://…',
    ],
    en: [
      `There is no page at “${p.target}”.`,
      p.nearest
        ? `Did you mean “${p.nearest}”?`
        : 'Write an address of the site such as /van-ban/, a file such as trang/lien-he.md, or a whole https://…',
    ],
  })),
  'settings/missing-file': error((p: { path: string }) => ({
    vi: [`Không tìm thấy tệp “${p.path}” trong content/.`, 'Chép tệp vào content/ và viết đường dẫn từ đó.'],
    en: [`The file “${p.path}” is not in content/.`, 'Copy it into content/ and write its path from there.'],
  })),
  'settings/repeated-category': error((p: { name: string; other: string }) => ({
    vi: [`Chuyên mục “${p.name}” trùng với “${p.other}”.`, 'Xóa một dòng, hoặc đặt slug: khác nhau.'],
    en: [
      `The category “${p.name}” is the same as “${p.other}”.`,
      'Delete one, or give them different slugs.',
    ],
  })),
  'settings/unknown-category': warning((p: { name: string; nearest: string }) => ({
    vi: [
      `Trang chủ nhắc đến chuyên mục “${p.name}” không có bài nào.`,
      p.nearest ? `Có phải ý là “${p.nearest}”?` : 'Xóa dòng này, hoặc thêm bài vào chuyên mục.',
    ],
    en: [
      `The home page names the category “${p.name}”, which no article has.`,
      p.nearest ? `Did you mean “${p.nearest}”?` : 'Delete the line, or add an article to it.',
    ],
  })),
  'redirect/bad-row': error((p: { row: string }) => ({
    vi: [
      `Dòng “${p.row}” không có dạng: địa chỉ cũ,địa chỉ mới.`,
      'Địa chỉ cũ bắt đầu bằng “/”, ví dụ: /vi/tin/123,/tin-tuc/2024/bai-moi/',
    ],
    en: [
      `The row “${p.row}” is not of the form: old address,new address.`,
      'The old address begins with “/”, for example: /vi/tin/123,/tin-tuc/2024/new-article/',
    ],
  })),
  'redirect/taken': error((p: { address: string; other: string }) => ({
    vi: [`Địa chỉ cũ ${p.address} đã thuộc về ${p.other}.`, 'Xóa một trong hai.'],
    en: [`The old address ${p.address} already belongs to ${p.other}.`, 'Delete one of the two.'],
  })),
  'redirect/missing-target': error((p: { target: string; nearest: string }) => ({
    vi: [
      `Không có trang nào ở “${p.target}”.`,
      p.nearest
        ? `Có phải ý là “${p.nearest}”?`
        : 'Viết địa chỉ của một trang đang có, một tệp .md trong content/, hoặc cả https://…',
    ],
    en: [
      `There is no page at “${p.target}”.`,
      p.nearest
        ? `Did you mean “${p.nearest}”?`
        : 'Write the address of an existing page, a .md file in content/, or a whole https://…',
    ],
  })),
  'template/syntax': error((p: { detail: string }) => ({
    vi: [`Mẫu trang viết sai cú pháp: ${p.detail}`, 'Kiểm tra các cặp {{#…}} và {{/…}}.'],
    en: [`The template’s syntax is wrong: ${p.detail}`, 'Check that each {{#…}} has its {{/…}}.'],
  })),
  'template/no-such-partial': error((p: { name: string; nearest: string }) => ({
    vi: [
      `Không có mẫu con “${p.name}”.`,
      p.nearest ? `Có phải ý là “${p.nearest}”?` : `Tạo tệp templates/partials/${p.name}.hbs.`,
    ],
    en: [
      `There is no partial “${p.name}”.`,
      p.nearest ? `Did you mean “${p.nearest}”?` : `Make the file templates/partials/${p.name}.hbs.`,
    ],
  })),
  'template/no-such-helper': error((p: { name: string; nearest: string }) => ({
    vi: [
      `Không có hàm “${p.name}”.`,
      p.nearest ? `Có phải ý là “${p.nearest}”?` : 'Xem các hàm có sẵn trong docs/templates.md.',
    ],
    en: [
      `There is no helper “${p.name}”.`,
      p.nearest ? `Did you mean “${p.nearest}”?` : 'The helpers are listed in docs/templates.md.',
    ],
  })),
  'template/no-such-field': error((p: { name: string; nearest: string; known: string }) => ({
    vi: [`Ở chỗ này không có “${p.name}”.`, p.nearest ? `Có phải ý là “${p.nearest}”?` : `Có: ${p.known}`],
    en: [
      `There is no “${p.name}” here.`,
      p.nearest ? `Did you mean “${p.nearest}”?` : `There is: ${p.known}`,
    ],
  })),
  'template/raw': error((p: { name: string }) => ({
    vi: [`{{{${p.name}}}} in ra mà không lọc; chỉ body được phép.`, `Viết hai ngoặc: {{${p.name}}}`],
    en: [`{{{${p.name}}}} prints without escaping; only the body may.`, `Write two braces: {{${p.name}}}`],
  })),
  'template/unused': warning((p: { name: string; nearest: string }) => ({
    vi: [
      `Không trang nào dùng mẫu “${p.name}”.`,
      p.nearest ? `Có phải ý là “${p.nearest}”?` : 'Xem tên các mẫu trong docs/templates.md.',
    ],
    en: [
      `No page uses the template “${p.name}”.`,
      p.nearest ? `Did you mean “${p.nearest}”?` : 'The templates are listed in docs/templates.md.',
    ],
  })),
  'output/not-ours': error((p: { folder: string }) => ({
    vi: [
      `Thư mục ${p.folder} có tệp không do chương trình tạo ra; không ghi đè.`,
      'Chọn thư mục khác bằng --out, hoặc thêm --force nếu chắc chắn.',
    ],
    en: [
      `The folder ${p.folder} holds files that this program did not make; nothing was written.`,
      'Choose another one with --out, or add --force if you are sure.',
    ],
  })),
};
