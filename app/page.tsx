import { Entrance } from "@/app/_ui/entrance";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { code } = await searchParams;
  return <Entrance typed={typeof code === "string" ? code.slice(0, 40) : undefined} />;
}
