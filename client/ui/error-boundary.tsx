import { Component, type ReactNode } from "react";
import { BrokenPart } from "#client/ui/broken-part.tsx";

type Props = { children: ReactNode };
type State = { error: unknown };

/** Keeps a broken part from taking the page with it; what broke can be tried again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <BrokenPart error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
