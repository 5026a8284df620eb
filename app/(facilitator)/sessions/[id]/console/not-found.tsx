import { MissingConsole } from "./_ui/missing-console";

export default function NotFound() {
  return <MissingConsole />;
}
