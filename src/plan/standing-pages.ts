import type { Output, StandingPage } from '../core/types.js';
import { bodyOf } from './body.js';
import { type Plan, pathOf } from './context.js';
import { timeItem } from './items.js';
import { pageMeta } from './page-meta.js';

export function standingPageOutputs(plan: Plan): Output[] {
  return plan.site.pages.map((page) => ({
    path: pathOf(page.address),
    origin: page.file,
    recipe: {
      type: 'template',
      template: 'page',
      draw: () => ({ view: view(plan, page), body: bodyOf(plan, page) }),
    },
  }));
}

function view({ site }: Plan, page: StandingPage) {
  const { title, summary, updated } = page.fields;
  return {
    page: pageMeta(site, title, page.address, {
      description: () => summary,
      facts: () => ({ type: 'WebPage', modified: updated }),
    }),
    title,
    summary,
    updated: updated && timeItem(site, updated),
  };
}
