import type { Language, ThemeName } from '../view.ts';
import { patternImage } from './layers/area-layers.ts';
import { stampImage } from './layers/stamp-layers.ts';
import { PATTERN_TILES } from './pattern-shapes.ts';
import { PATTERNS, THEMES } from './theme.ts';

/** Device pixels a CSS pixel of every image. */
export const PATTERN_RATIO = 2;

/** Width and height of a stamp tile, and the size of its letters, CSS pixels. */
const STAMP_TILE = { width: 300, height: 200, letters: 22 };

function drawn(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = width * PATTERN_RATIO;
  canvas.height = height * PATTERN_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.scale(PATTERN_RATIO, PATTERN_RATIO);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function tileImage(pattern: keyof typeof PATTERN_TILES, theme: ThemeName): ImageData | null {
  const { size, ink, strokeWidth, strokes, dots } = PATTERN_TILES[pattern];
  return drawn(size, size, (context) => {
    context.strokeStyle = THEMES[theme][ink];
    context.fillStyle = THEMES[theme][ink];
    context.lineWidth = strokeWidth;
    context.beginPath();
    for (const { from, to } of strokes) {
      context.moveTo(...from);
      context.lineTo(...to);
    }
    context.stroke();
    for (const { at, radius } of dots) {
      context.beginPath();
      context.arc(...at, radius, 0, 2 * Math.PI);
      context.fill();
    }
  });
}

function stampTile(text: string, theme: ThemeName): ImageData | null {
  const { width, height, letters } = STAMP_TILE;
  return drawn(width, height, (context) => {
    context.fillStyle = THEMES[theme].stamp;
    context.font = `700 ${letters}px "Plus Jakarta Sans Variable", "Plus Jakarta Sans", sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    // Two a tile, half a tile apart, so that the rows are set off like bricks.
    for (const [x, y] of [
      [width / 4, height / 4],
      [(width * 3) / 4, (height * 3) / 4],
    ] as const) {
      context.save();
      context.translate(x, y);
      context.rotate(-Math.PI / 7);
      context.fillText(text, 0, 0, width / 2 - 10);
      context.restore();
    }
  });
}

export interface NamedImage {
  readonly name: string;
  readonly image: ImageData;
}

/** Every image that a style of this theme and language names, drawn at `PATTERN_RATIO`; none without a 2D canvas. */
export function styleImages(theme: ThemeName, language: Language, stampText: string): readonly NamedImage[] {
  const named = (name: string, image: ImageData | null): readonly NamedImage[] =>
    image === null ? [] : [{ name, image }];
  return [
    ...PATTERNS.flatMap((pattern) =>
      pattern === 'none' ? [] : named(patternImage(pattern, theme), tileImage(pattern, theme)),
    ),
    ...named(stampImage(theme, language), stampTile(stampText, theme)),
  ];
}
