import type { Output } from '../core/types.js';
import { bodyOf } from './body.js';
import { type Plan, pathOf } from './context.js';
import { pollListOutputs } from './list-pages.js';
import { crumb, pageMeta } from './page-meta.js';
import { pollBox } from './poll-box.js';

export const POLLS = '/tham-do-y-kien/';

export function pollOutputs(plan: Plan): Output[] {
  const { site } = plan;
  const heading = site.settings.words.polls;
  const pages = site.polls.map((poll): Output => {
    const above = [crumb(site, { name: heading, address: POLLS })];
    const view = () => ({
      page: pageMeta(site, poll.fields.question, poll.address, { above }),
      poll: pollBox(site, poll),
    });
    return {
      path: pathOf(poll.address),
      origin: poll.file,
      recipe: {
        type: 'template',
        template: 'poll',
        draw: () => ({ view: view(), body: bodyOf(plan, poll) }),
      },
    };
  });
  return [...pollListOutputs(plan, site.polls, { heading, address: POLLS }), ...pages];
}
