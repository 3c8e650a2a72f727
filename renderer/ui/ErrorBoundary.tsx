import { Component, type ReactNode } from "react";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { DiagnosticList } from "./DiagnosticList.tsx";

interface State {
  readonly failure?: { readonly reason: unknown };
}

/** Says what went wrong in the part of the screen below it; the rest goes on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(reason: unknown): State {
    return { failure: { reason } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <DiagnosticList diagnostics={diagnosticsOf(failure.reason)} /> : this.props.children;
  }
}
