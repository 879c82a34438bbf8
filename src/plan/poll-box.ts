import { formatNumber } from '../core/format-time.js';
import { endOf } from '../core/time.js';
import type { Poll, Site } from '../core/types.js';
import type { PollBox } from '../core/views.js';
import { fill } from '../core/words.js';
import { hrefOf } from './context.js';
import { timeItem } from './items.js';

type PollState = 'upcoming' | 'open' | 'closed';

function pollState(site: Site, poll: Poll): PollState {
  const { opens, closes } = poll.fields;
  if (opens.at > site.now) return 'upcoming';
  return closes && endOf(closes, site.settings.timezone) <= site.now ? 'closed' : 'open';
}

/** The poll of the side block: the newest open one, else the newest closed one. */
export function sitePoll(site: Site): Poll | undefined {
  return site.polls.find((poll) => pollState(site, poll) === 'open') ?? site.polls[0];
}

/** People and ticks are counted apart: with several choices they differ. No counter is made up. */
export function pollBox(site: Site, poll: Poll): PollBox {
  const { question, options, choices = 1, opens, closes, results } = poll.fields;
  const { words, lang } = site.settings;
  const state = pollState(site, poll);
  const participants = results?.participants ?? 0;
  return {
    question,
    href: hrefOf(site, poll.address),
    slug: poll.slug,
    state,
    open: state === 'open',
    action: actionOf(site, poll),
    multiple: choices > 1,
    choices,
    chooseUpTo: fill(words.chooseUpTo, { n: choices }),
    tooMany: fill(words.voteTooMany, { n: choices }),
    options: options.map((label, i) => {
      const votes = results?.votes[i] ?? 0;
      const share = participants === 0 ? 0 : Math.round((votes / participants) * 10_000) / 100;
      return {
        label,
        value: String(i),
        id: `${poll.slug}_${i}`,
        votes: fill(words.votes, { n: formatNumber(votes, lang) }),
        percent: `${formatNumber(share, lang)}%`,
        share,
      };
    }),
    hasResults: results !== undefined && participants > 0,
    participants: fill(words.participants, { n: formatNumber(participants, lang) }),
    opens: timeItem(site, opens),
    ...(closes && { closes: timeItem(site, closes) }),
  };
}

function actionOf(site: Site, poll: Poll): string | undefined {
  const endpoint = site.settings.polls?.endpoint;
  return endpoint && `${endpoint.replace(/\/+$/, '')}/${poll.slug}/votes`;
}
