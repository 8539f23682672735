/** The map and its credits. */
export function MapFrame() {
  return <p>…</p>;
}
