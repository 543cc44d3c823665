import { Component, type ErrorInfo, type ReactNode } from "react";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { children: ReactNode; onError?: (error: unknown, info: ErrorInfo) => void };
type State = { error: unknown };

/** Keeps a broken part from taking the page with it; what broke can be tried again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <FaultAlert error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
