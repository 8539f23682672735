import { useEffect, useState } from 'react';

const LOOK_MS = 400;
/** A map that cannot be drawn is never painted. */
const LONGEST_MS = 6_000;

/** Whether the map is painted, which whatever is less urgent waits for; true at once where there is no map. */
export function useMapPainted(onMap: boolean): boolean {
  const [painted, setPainted] = useState(!onMap);
  useEffect(() => {
    if (painted) return;
    const begin = performance.now();
    const timer = setInterval(() => {
      const idle = document.querySelector('[data-map-state="idle"]') !== null;
      if (idle || performance.now() - begin > LONGEST_MS) setPainted(true);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [painted]);
  return painted;
}
