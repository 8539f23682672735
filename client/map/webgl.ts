/** Whether this browser can draw the map: MapLibre needs WebGL 2. The test's own context is given back. */
export function hasWebgl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
