import path from 'node:path';
import { packReader } from '../cache/pack.js';
import { openPictureStore } from '../cache/picture-store.js';
import type { Output } from '../core/types.js';
import { bodyJobOf, drawPage } from '../draw-page.js';
import { drawVariant } from '../draw-pictures.js';
import { compileTemplates } from '../render/handlebars.js';
import type { TemplateFiles } from '../render/load-templates.js';
import { narrow } from '../render/printed.js';
import { type DrawTemplate, type Renderer, renderer } from '../render/render.js';
import type { LoadedSite } from '../site.js';

/** A loaded site whose files can be asked for one by one. */
export interface Shown {
  readonly loaded: LoadedSite;
  /** The file of the site at a path as `dist/` would have it: `tin/2024/a/index.html`. */
  find(path: string): Output | undefined;
  /** Its bytes as a build would write them; of a file that is only copied, undefined. */
  draw(output: Output): Promise<Buffer | undefined>;
}

export type Show = (loaded: LoadedSite) => Shown;

/** Shows one state of a site after the other; what they have in common is prepared once. */
export function show(root: string): Show {
  const pictures = openPictureStore(path.join(root, '.cache', 'pictures'));
  const compiled = new WeakMap<TemplateFiles['pages'], DrawTemplate>();
  let bodies: { readonly packs: string; readonly reader: ReturnType<typeof packReader> } | undefined;
  const readerOf = (packs: string) => {
    if (bodies?.packs !== packs) {
      bodies?.reader.close();
      bodies = { packs, reader: packReader(packs) };
    }
    return bodies.reader;
  };
  const templateOf = ({ pages, partials }: TemplateFiles): DrawTemplate => {
    const texts = (of: TemplateFiles['pages']) => new Map([...of].map(([name, { text }]) => [name, text]));
    const known = compiled.get(pages) ?? compileTemplates({ pages: texts(pages), partials: texts(partials) });
    compiled.set(pages, known);
    return known;
  };
  return (loaded) => {
    let draw: Renderer | undefined;
    const zone = loaded.site.settings.timezone;
    return {
      loaded,
      // A request looks for one path, an edit would make a table of all: looking is cheaper.
      find: (file) => loaded.outputs.find((output) => output.path === file),
      async draw(output) {
        const { recipe } = output;
        if (recipe.type === 'copy') return undefined;
        if (recipe.type === 'picture') return drawVariant(root, output, pictures);
        if (recipe.type === 'bytes') return Buffer.from(recipe.bytes);
        if (recipe.type === 'text') return Buffer.from(recipe.text());
        const { view, body } = recipe.draw();
        draw ??= renderer(templateOf(loaded.templates), loaded.shared);
        const job = {
          template: recipe.template,
          view: JSON.stringify(narrow(view, true)),
          lists: [],
          body: bodyJobOf(body, loaded.bodies),
        };
        const drawn = drawPage({ root, zone, draw, bodies: readerOf(loaded.packs) }, job, []);
        return Buffer.from(drawn instanceof Promise ? await drawn : drawn);
      },
    };
  };
}
