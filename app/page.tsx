import { Entrance } from "@/app/_ui/entrance";
import { shortened } from "@/app/j/code";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { code } = await searchParams;
  return <Entrance typed={typeof code === "string" ? shortened(code) : undefined} />;
}
