import { error, warning } from '../message.js';

/** What one entry says that does not go together, or does not go with the other entries. */
export const entryMessages = {
  'entry/no-slug': error((_: Record<string, never>) => ({
    vi: [
      'Không đặt được địa chỉ cho mục này: tên tệp và tiêu đề không có chữ cái nào dùng được.',
      'Thêm dòng, ví dụ: slug: ten-ngan-gon',
    ],
    en: [
      'No address can be made for this entry: neither the file’s name nor the title has a usable letter.',
      'Add a line such as: slug: a-short-name',
    ],
  })),
  'entry/address-taken': error((p: { address: string; other: string }) => ({
    vi: [
      `Địa chỉ ${p.address} đã thuộc về ${ownerVi(p.other)}.`,
      'Đổi tên tệp; nếu là một mục thì thêm dòng slug: với tên khác cũng được.',
    ],
    en: [
      `The address ${p.address} already belongs to ${ownerEn(p.other)}.`,
      'Rename the file; for an entry, a slug: line with another name will do too.',
    ],
  })),
  'entry/category-address': error((p: { name: string; address: string }) => ({
    vi: [
      `Chuyên mục “${p.name}” có địa chỉ ${p.address}, là địa chỉ riêng của chương trình.`,
      `Đặt tên khác, hoặc đặt địa chỉ khác trong site.yaml: categories: [{name: ${p.name}, slug: ten-khac}]`,
    ],
    en: [
      `The category “${p.name}” has the address ${p.address}, which the program keeps for itself.`,
      `Give it another name, or another address in site.yaml: categories: [{name: ${p.name}, slug: other-name}]`,
    ],
  })),
  'entry/alias-taken': error((p: { address: string; other: string }) => ({
    vi: [`Địa chỉ cũ ${p.address} đã thuộc về ${ownerVi(p.other)}.`, 'Xóa dòng này, hoặc viết địa chỉ khác.'],
    en: [
      `The old address ${p.address} already belongs to ${ownerEn(p.other)}.`,
      'Delete this line, or write another address.',
    ],
  })),
  'entry/moved': warning((p: { before: string; after: string }) => ({
    vi: [
      `Địa chỉ của mục này đổi từ ${p.before} thành ${p.after}; liên kết cũ sẽ hỏng.`,
      `Thêm dòng: aliases: [${p.before}] (đã có aliases thì thêm địa chỉ ấy vào đó).`,
    ],
    en: [
      `The address of this entry changes from ${p.before} to ${p.after}; old links will break.`,
      `Add the line: aliases: [${p.before}] (or the address to the aliases that are there).`,
    ],
  })),
  'entry/unlisted-category': warning((p: { name: string; nearest: string }) => ({
    vi: [
      `Chuyên mục “${p.name}” không có trong site.yaml.`,
      p.nearest
        ? `Có phải ý là “${p.nearest}”?`
        : 'Thêm chuyên mục vào site.yaml, hoặc chọn một chuyên mục đã có.',
    ],
    en: [
      `The category “${p.name}” is not listed in site.yaml.`,
      p.nearest ? `Did you mean “${p.nearest}”?` : 'Add it to site.yaml, or choose a listed one.',
    ],
  })),
  'entry/two-spellings': warning((p: { name: string; used: string }) => ({
    vi: [
      `“${p.name}” và “${p.used}” là một tên viết hai cách; trang dùng “${p.used}”.`,
      `Sửa thành: ${p.used}`,
    ],
    en: [
      `“${p.name}” and “${p.used}” are one name spelt in two ways; the site uses “${p.used}”.`,
      `Write: ${p.used}`,
    ],
  })),
  'entry/ends-before-it-begins': error((p: { begin: string; end: string }) => ({
    vi: [`“${p.end}” đứng trước “${p.begin}”.`, 'Kiểm tra lại hai mốc thời gian.'],
    en: [`“${p.end}” comes before “${p.begin}”.`, 'Check the two dates.'],
  })),
  'entry/no-such-poll': error((p: { slug: string; nearest: string }) => ({
    vi: [
      `Không có cuộc thăm dò nào tên “${p.slug}”.`,
      p.nearest
        ? `Có phải ý là “${p.nearest}”?`
        : 'Viết tên tệp của cuộc thăm dò trong content/tham-do/, không có .md.',
    ],
    en: [
      `There is no poll “${p.slug}”.`,
      p.nearest
        ? `Did you mean “${p.nearest}”?`
        : 'Write the name of the poll’s file in content/tham-do/, without .md.',
    ],
  })),
  'entry/withheld-reference': warning((p: { target: string }) => ({
    vi: [
      `${p.target} chưa hoặc không còn được đăng, nên ở đây không có liên kết.`,
      'Không cần sửa: liên kết tự hiện khi mục ấy được đăng.',
    ],
    en: [
      `${p.target} is not published now, so there is no link here.`,
      'Nothing to mend: the link appears by itself once that entry is published.',
    ],
  })),
  'document/bad-number': error((p: { value: string }) => ({
    vi: [
      `“${p.value}” không có dạng số, ký hiệu văn bản.`,
      'Ví dụ: number: 214-KH/TU hoặc number: 42/2022/NĐ-CP',
    ],
    en: [
      `“${p.value}” does not have the form of a document number.`,
      'For example: number: 214-KH/TU or number: 42/2022/NĐ-CP',
    ],
  })),
  'document/unknown-code': warning((p: { value: string; code: string }) => ({
    vi: [
      `Không rõ ký hiệu “${p.code}” trong “${p.value}” là loại văn bản gì.`,
      'Nếu đúng như vậy thì không cần sửa.',
    ],
    en: [
      `The code “${p.code}” in “${p.value}” is not one of the known types.`,
      'If it is right, nothing needs mending.',
    ],
  })),
  'document/twice': error((p: { number: string; other: string }) => ({
    vi: [`Văn bản ${p.number} cùng cơ quan, cùng ngày đã có ở ${p.other}.`, 'Giữ một tệp và xóa tệp kia.'],
    en: [
      `Document ${p.number} of the same issuer and day is already in ${p.other}.`,
      'Keep one file and delete the other.',
    ],
  })),
  'document/ambiguous-reference': warning((p: { value: string; count: number }) => ({
    vi: [
      `Có ${p.count} văn bản mang số ${p.value}, nên không rõ là văn bản nào.`,
      `Thêm ngày ban hành, ví dụ: ${p.value} ngày 26/3/2024`,
    ],
    en: [
      `${p.count} documents bear the number ${p.value}, so it is unclear which is meant.`,
      `Add its date, for example: ${p.value} ngày 26/3/2024`,
    ],
  })),
  'document/acts-on-later': warning((p: { value: string; day: string }) => ({
    vi: [
      `Văn bản ${p.value} ban hành ngày ${p.day}, sau văn bản này, nên văn bản này không thể thay thế, sửa đổi hay bãi bỏ nó.`,
      'Xem lại hai ngày ban hành, hoặc chuyển dòng này sang văn bản ban hành sau.',
    ],
    en: [
      `${p.value} was issued on ${p.day}, after this document, which therefore cannot replace, amend or repeal it.`,
      'Check the two days of issue, or move this line to the later document.',
    ],
  })),
  'document/refers-to-itself': error((p: { value: string }) => ({
    vi: [`Văn bản này dẫn đến chính nó (${p.value}).`, 'Xóa dòng này, hoặc ghi văn bản khác.'],
    en: [`This document names itself (${p.value}).`, 'Delete this line, or name another document.'],
  })),
  'poll/same-options': error((p: { option: string }) => ({
    vi: [`Phương án “${p.option}” được viết hai lần.`, 'Xóa hoặc sửa một trong hai.'],
    en: [`The option “${p.option}” is written twice.`, 'Delete or change one of them.'],
  })),
  'poll/too-many-choices': error((p: { choices: number; options: number }) => ({
    vi: [
      `Được chọn ${p.choices} phương án nhưng chỉ có ${p.options}.`,
      `Viết số từ 1 đến ${p.options}: choices: ${p.options}`,
    ],
    en: [
      `${p.choices} options may be chosen but there are only ${p.options}.`,
      `Write a number from 1 to ${p.options}: choices: ${p.options}`,
    ],
  })),
  'poll/votes-do-not-fit': error((p: { votes: number; options: number }) => ({
    vi: [
      `Có ${p.votes} số phiếu cho ${p.options} phương án.`,
      'Mỗi phương án một số, theo đúng thứ tự, ví dụ: votes: [12, 5]',
    ],
    en: [
      `There are ${p.votes} counts for ${p.options} options.`,
      'One count an option, in the same order, for example: votes: [12, 5]',
    ],
  })),
  'poll/impossible-results': error(
    (p: { sum: number; participants: number; choices: number; most: number }) => ({
      vi: [
        p.most > p.participants
          ? `Một phương án có ${p.most} lượt chọn, nhưng chỉ có ${p.participants} người tham gia.`
          : `${p.participants} người, mỗi người nhiều nhất ${p.choices} phương án, không thể có ${p.sum} lượt chọn.`,
        'Kiểm tra lại participants và votes.',
      ],
      en: [
        p.most > p.participants
          ? `One option has ${p.most} ticks, but only ${p.participants} people took part.`
          : `${p.participants} people with at most ${p.choices} choices each cannot make ${p.sum} ticks.`,
        'Check participants and votes.',
      ],
    }),
  ),
};

function ownerVi(other: string): string {
  return other === 'dongha-site' ? 'một trang mà chương trình tự làm' : other;
}

function ownerEn(other: string): string {
  return other === 'dongha-site' ? 'a page that the program makes itself' : other;
}
