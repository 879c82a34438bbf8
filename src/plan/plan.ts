import type { Media, Output, Site, SourceFile } from '../core/types.js';
import type { SharedView } from '../core/views.js';
import { archiveOutputs } from './archive.js';
import { articleOutputs } from './articles.js';
import { type Asset, planAssets } from './assets.js';
import { commonBasis } from './basis.js';
import { type Plan, planContext } from './context.js';
import { documentOutputs } from './documents.js';
import { homeOutput } from './home.js';
import { hostOutputs } from './host-files.js';
import { libraryOutputs } from './library.js';
import { newsOutputs } from './news.js';
import { pageMeta } from './page-meta.js';
import { isCopied, pictureOutputs } from './pictures.js';
import { pollOutputs } from './polls.js';
import { redirectOutputs } from './redirects.js';
import { sharedView } from './shared-view.js';
import { siteMapOutput } from './site-map.js';
import { standingPageOutputs } from './standing-pages.js';
import { tagLinks, tagOutputs } from './tags.js';

/** Every file of the site, and the view that its pages share. Draws nothing. */
export function plan(
  site: Site,
  media: Media,
  assets: readonly Asset[],
): { outputs: Output[]; shared: SharedView } {
  const context = planContext(site, media, commonBasis(site, media));
  const planned = planAssets(site, assets);
  const outputs = [
    homeOutput(context),
    ...newsOutputs(context),
    ...articleOutputs(context, tagLinks(context)),
    ...libraryOutputs(context),
    ...documentOutputs(context),
    ...pollOutputs(context),
    ...archiveOutputs(context),
    ...tagOutputs(context),
    ...standingPageOutputs(context),
    siteMapOutput(context),
    notFoundOutput(context),
    ...redirectOutputs(context),
    ...hostOutputs(context, planned),
    ...planned.outputs,
    ...pictureOutputs(context),
    ...copyOutputs(context),
  ];
  return { outputs, shared: sharedView(context, planned) };
}

function notFoundOutput({ site }: Plan): Output {
  const heading = site.settings.words.notFound;
  const view = () => ({ page: pageMeta(site, heading, '/404.html', { noindex: true }), heading });
  return {
    path: '404.html',
    origin: '/404.html',
    recipe: { type: 'template', template: 'not-found', draw: () => ({ view: view() }) },
  };
}

function copyOutputs(plan: Plan): Output[] {
  const { site, media } = plan;
  const copy = (source: SourceFile, path: string): Output => {
    const hash = media.hashes.get(source.file) ?? '';
    return { path, origin: source.file, recipe: { type: 'copy', source, hash } };
  };
  return [
    ...[...site.files.values()]
      .filter((file) => isCopied(plan, file))
      .map(({ source, address }) => copy(source, address.slice(1))),
    ...site.publicFiles.map((source) => copy(source, source.file.slice('content/public/'.length))),
  ];
}
