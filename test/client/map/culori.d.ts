/** What the colour tests ask of culori, which brings no types. */
declare module 'culori' {
  interface Colour {
    readonly mode: string;
  }
  type Colourish = string | Colour;
  type Sight = (colour: string) => Colour;

  export function converter(mode: 'lab65'): (colour: Colourish) => (Colour & { readonly l: number }) | undefined;
  export function differenceCiede2000(): (a: Colourish, b: Colourish) => number;
  export function filterDeficiencyProt(severity: number): Sight;
  export function filterDeficiencyDeuter(severity: number): Sight;
  export function filterDeficiencyTrit(severity: number): Sight;
  export function filterGrayscale(amount: number): Sight;
  export function wcagContrast(a: Colourish, b: Colourish): number;
}
