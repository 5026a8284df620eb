import { serif } from "@/app/_ui/fonts/serif";
import { ScreenClosed } from "@/app/screen/_ui/closed";

export default function NotFound() {
  return (
    <div className={serif.variable}>
      <ScreenClosed />
    </div>
  );
}
