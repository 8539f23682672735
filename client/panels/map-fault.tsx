import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onFault: () => void;
}

/** Catches what the interactive map throws (React knows no hook for it), so that the page keeps its table. */
export class MapFault extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFault();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
