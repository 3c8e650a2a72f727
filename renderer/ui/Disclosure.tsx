import "./field.css";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from "react-aria-components";

/** Fields that few need, behind their title until it is pressed. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaDisclosure className="disclosure">
      <Heading level={4}>
        <Button slot="trigger" className="disclosure-title">
          <ChevronRight aria-hidden size={14} strokeWidth={2} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
