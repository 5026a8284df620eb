import { SharedClosed } from "@/app/s/_ui/shared-closed";

export default function NotFound() {
  return <SharedClosed />;
}
