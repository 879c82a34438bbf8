/** Contrast of text by WCAG 2.2, 1.4.3. */
const ENOUGH = 4.5;
/** Of 1: how much of black or white is added at a time. */
const STEP = 0.02;

type Rgb = readonly [red: number, green: number, blue: number];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/**
 * `colour` (`#rrggbb`), mixed with black or white as little as is needed to be read on each of these grounds, and for them
 * to be read on it. The grounds are all light or all dark, so one of the two always does.
 */
export function readableColour(colour: string, grounds: readonly string[]): string {
  const lights = grounds.map((ground) => luminance(parse(ground)));
  const towards = Math.min(...lights) > 0.5 ? BLACK : WHITE;
  for (let share = 0; share < 1; share += STEP) {
    const mixed = mix(parse(colour), towards, share);
    if (lights.every((light) => contrast(luminance(mixed), light) >= ENOUGH)) return print(mixed);
  }
  return print(towards);
}

function parse(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function print(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => Math.round(colour[i] + (other[i] - colour[i]) * share);
  return [part(0), part(1), part(2)];
}

/** Relative luminance, 0 to 1, as WCAG defines it. */
function luminance(colour: Rgb): number {
  const linear = (part: number) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
