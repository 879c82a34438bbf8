import sharp, { type Sharp } from 'sharp';

/** A picture with something in it: a slope of colours, so that every part differs from the others. */
export function picture(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const data = Buffer.alloc(width * height * channels);
  for (let i = 0; i < data.length; i++) {
    const at = Math.floor(i / channels);
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    data[i] = Math.round(255 * ([x, y, (x + y) / 2, x][i % channels] ?? 0));
  }
  return sharp(data, { raw: { width, height, channels } });
}

export const jpeg = (width: number, height: number): Promise<Buffer> =>
  picture(width, height).jpeg().toBuffer();

/** Width, height and format of a picture of the output. */
export async function look(bytes: Uint8Array | undefined): Promise<string> {
  const { width, height, format } = await sharp(bytes).metadata();
  return `${format} ${width}×${height}`;
}

/** The names of the variants in an output, with their hashes left out. */
export function variants(dist: ReadonlyMap<string, unknown>): string[] {
  return [...dist.keys()].filter((file) => file.startsWith('tep/')).map(withoutHash);
}

export const withoutHash = (text: string): string => text.replaceAll(/\.[\w-]{10}\.(\d+\.\w+)/g, '.#.$1');
