/** The colour of `theme.accent`, made readable: on the light ground, on the dark one, and under white letters. */

type Rgb = readonly [number, number, number];

/** Text needs 4.5 : 1 (WCAG 2.2, 1.4.3); a little more, for the second ground is not quite as light or dark. */
const CONTRAST = 5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The second ground of the dark scheme, the lightest that text stands on there. */
const DARK_GROUND: Rgb = [28, 28, 33];

export function accentSheet(accent: string): string {
  const own = parse(accent);
  const light = towards(own, BLACK, WHITE);
  const dark = towards(own, WHITE, DARK_GROUND);
  const bar = mix(light, BLACK, 0.1);
  const deep = mix(light, BLACK, 0.28);
  const set = (values: Readonly<Record<string, Rgb>>) =>
    Object.entries(values)
      .map(([name, colour]) => `--${name}:${print(colour)}`)
      .join(';');
  const rule = (media: string, values: Readonly<Record<string, Rgb>>) =>
    `@media ${media}{:root{${set(values)}}}\n`;
  // On paper the theme's own black stands.
  return (
    rule('screen', { accent: light, bar, 'bar-2': deep }) +
    rule('screen and (prefers-color-scheme:dark)', {
      accent: dark,
      bar: deep,
      'bar-2': mix(light, BLACK, 0.4),
    })
  );
}

/** The colour, mixed with `end` as little as it takes to be read on `ground`. */
function towards(colour: Rgb, end: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(colour, end, share);
    if (contrast(mixed, ground) >= CONTRAST) return mixed;
  }
  return end;
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => Math.round(colour[i] * (1 - share) + other[i] * share);
  return [part(0), part(1), part(2)];
}

/** The ratio of WCAG 2.2, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

export function parse(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function print(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
