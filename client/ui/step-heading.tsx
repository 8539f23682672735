import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Heading of a step that came in the place of another: it takes the focus when it appears, so that a keyboard and a
 * screen reader go along. `quiet` for the step that a page opens with.
 */
export function StepHeading(props: { readonly id?: string; readonly quiet?: boolean; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { quiet = false } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a heading that is new takes the focus
  useEffect(() => {
    if (!quiet) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} id={props.id} tabIndex={-1}>
      {props.children}
    </h2>
  );
}
