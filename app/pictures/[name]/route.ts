import { getApp } from "@/server/app";

type Params = { params: Promise<{ name: string }> };

/** A picture of a class. Its name is made of its content, so it may be kept for ever. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const picture = await getApp().queries.picture((await params).name);
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.body), {
    headers: {
      "Content-Type": picture.type,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
