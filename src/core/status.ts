import type { Status } from './types.js';

/** The words for a document's status, as editors write them and as pages show them. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  pending: 'Chưa có hiệu lực',
  'in-force': 'Còn hiệu lực',
  'partly-expired': 'Hết hiệu lực một phần',
  expired: 'Hết hiệu lực toàn bộ',
  suspended: 'Ngưng hiệu lực',
};
