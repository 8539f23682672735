import { useEffect, useRef } from 'react';

/**
 * When a page goes to another place of its own, what had the focus is gone: the heading of the new place takes it, so
 * that Tab goes on from there and a screen reader says where it is. At the first place the focus stays where the browser
 * has it. The heading must be there at once, also while its content loads. Nothing is scrolled.
 */
export function useHeadingFocus(place: string): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const heading = document.querySelector<HTMLElement>('#content h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [place]);
}
