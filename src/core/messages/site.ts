import { error, warning, wholeUrl } from '../message.js';

/** Mistakes in the settings, the redirects, the templates and the output folder. */
export const siteMessages = {
  'settings/bad-base-url': error((p: { value: string }) => ({
    vi: [`“${p.value}” không phải là địa chỉ của một trang web.`, `Viết đủ: baseUrl: ${baseUrlFor(p.value)}`],
    en: [`“${p.value}” is not the address of a site.`, `Write it whole: baseUrl: ${baseUrlFor(p.value)}`],
  })),
  'settings/bad-zone': error((p: { value: string }) => ({
    vi: [`Không có múi giờ nào tên “${p.value}”.`, 'Viết: timezone: Asia/Ho_Chi_Minh'],
    en: [`There is no time zone “${p.value}”.`, 'Write: timezone: Asia/Ho_Chi_Minh'],
  })),
  'settings/bad-colour': error((p: { value: string }) => ({
    vi: [`“${p.value}” không phải là một màu.`, 'Viết sáu chữ số, trong ngoặc kép: accent: "#b8121b"'],
    en: [`“${p.value}” is not a colour.`, 'Write six digits, in quotation marks: accent: "#b8121b"'],
  })),
  'settings/bad-source': error((p: { value: string }) => ({
    vi: [
      `“${p.value}” không phải là một nguồn được phép.`,
      'Viết địa chỉ của trang cho phép: https://www.example.vn',
    ],
    en: [
      `“${p.value}” is not a source that can be allowed.`,
      'Write the address of the site: https://www.example.vn',
    ],
  })),
  'settings/bad-permalink': error((p: { value: string; problem: string }) => ({
    vi: [
      `Mẫu địa chỉ “${p.value}” không dùng được: ${patternFault(p.problem).vi}.`,
      'Dùng :category :year :month :day :slug, ví dụ: article: /:category/:year/:slug/',
    ],
    en: [
      `The address pattern “${p.value}” cannot be used: ${patternFault(p.problem).en}.`,
      'Use :category :year :month :day :slug, for example: article: /:category/:year/:slug/',
    ],
  })),
  'settings/bad-extends': error((p: { value: string; reason: string }) => ({
    vi: [
      `Không đọc được thiết lập chung “${p.value}”: ${EXTENDS_FAULTS[p.reason]?.vi ?? p.reason}.`,
      'Viết đường dẫn đến một site.yaml, hoặc tên một gói npm đã cài.',
    ],
    en: [
      `Cannot read the shared settings “${p.value}”: ${EXTENDS_FAULTS[p.reason]?.en ?? p.reason}.`,
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
      p.site === 'baseUrl'
        ? `Nơi nhận phiếu ${p.value} phải cùng tên miền với trang, nhưng site.yaml chưa có baseUrl.`
        : `Nơi nhận phiếu ${p.value} không cùng tên miền với ${p.site}; trình duyệt sẽ chặn cookie của nó.`,
      'Đặt dịch vụ thăm dò trong tên miền của trang, ví dụ: endpoint: /api/polls/',
    ],
    en: [
      p.site === 'baseUrl'
        ? `The poll endpoint ${p.value} must be on the site’s domain, but site.yaml has no baseUrl.`
        : `The poll endpoint ${p.value} is not on the domain of ${p.site}; browsers will block its cookie.`,
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
    vi: [`Chuyên mục “${p.name}” trùng với “${p.other}”.`, 'Xóa một trong hai, hoặc đặt tên khác.'],
    en: [`The category “${p.name}” is the same as “${p.other}”.`, 'Delete one, or give it another name.'],
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
      'Địa chỉ cũ bắt đầu bằng “/”, không có “?” hay “#”, ví dụ: /vi/tin/123,/tin-tuc/2024/bai-moi/',
    ],
    en: [
      `The row “${p.row}” is not of the form: old address,new address.`,
      'The old address begins with “/” and holds no “?” or “#”, for example: /vi/tin/123,/tin-tuc/2024/new-article/',
    ],
  })),
  'redirect/taken': error((p: { address: string; other: string }) => ({
    vi: [
      `Địa chỉ cũ ${p.address} đã thuộc về ${p.other === 'dongha-site' ? 'một trang mà chương trình tự làm' : p.other}.`,
      'Xóa một trong hai.',
    ],
    en: [
      `The old address ${p.address} already belongs to ${p.other === 'dongha-site' ? 'a page that the program makes itself' : p.other}.`,
      'Delete one of the two.',
    ],
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
    vi: [
      `Mẫu trang viết sai cú pháp: ${syntaxFault(p.detail).vi}.`,
      'Kiểm tra các cặp {{#…}} và {{/…}}, và số dấu ngoặc nhọn.',
    ],
    en: [
      `The template’s syntax is wrong: ${syntaxFault(p.detail).en}.`,
      'Check that each {{#…}} has its {{/…}}, and count the braces.',
    ],
  })),
  'template/asset-syntax': warning((p: { detail: string }) => ({
    vi: [
      `Tệp này có chỗ sai cú pháp, trình duyệt có thể bỏ qua: ${p.detail}.`,
      'Sửa chỗ ấy; thường là thiếu hoặc thừa một dấu ngoặc, dấu chấm phẩy.',
    ],
    en: [
      `The syntax of this file is wrong here, and browsers may pass it over: ${p.detail}.`,
      'Mend it; often a bracket or a semicolon is missing, or one too many.',
    ],
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

/** The base address that was meant: with its scheme, without a query or an anchor. */
function baseUrlFor(value: string): string {
  const bare = value.replace(/[?#].*$/, '');
  const whole = /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(bare) ? bare : wholeUrl(bare);
  return whole ? whole.replace(/\/*$/, '/') : 'https://dongha.example.vn/';
}

function patternFault(problem: string): { vi: string; en: string } {
  if (problem === ':slug') return { vi: 'thiếu :slug', en: ':slug is missing' };
  if (problem !== '/…/') return { vi: `không có “${problem}”`, en: `there is no “${problem}”` };
  return {
    vi: 'phải bắt đầu và kết thúc bằng “/”, chỉ gồm chữ thường không dấu, số và “-”',
    en: 'it must begin and end with “/” and hold only plain small letters, digits and “-”',
  };
}

/** Signs that stand for a reason, because the settings are read before their language is known. */
const EXTENDS_FAULTS: Readonly<Record<string, { vi: string; en: string }>> = {
  '?': { vi: 'không có tệp hay gói ấy', en: 'there is no such file or package' },
  '↻': { vi: 'hai tệp dẫn vòng tròn vào nhau', en: 'the files lead to each other in a circle' },
};

/** Handlebars' words for a mistake, which speak of its own grammar. */
function syntaxFault(detail: string): { vi: string; en: string } {
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(detail) ?? [];
  if (open)
    return {
      vi: `{{#${open}}} được đóng bằng {{/${close}}}`,
      en: `{{#${open}}} is closed by {{/${close}}}`,
    };
  if (!detail.startsWith('Expecting')) return { vi: detail, en: detail };
  return detail.endsWith("'EOF'")
    ? { vi: 'có {{#…}} chưa được đóng', en: 'a {{#…}} is not closed' }
    : { vi: 'dấu ngoặc hoặc ký tự đặt sai chỗ', en: 'a brace or a character is out of place' };
}
