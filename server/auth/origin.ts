/** The header lines that say from which page a request was sent, and to whom. */
export type OriginHeaders = {
  origin: string | null | undefined;
  host: string | null | undefined;
  forwardedHost: string | null | undefined;
};

/**
 * Whether a browser sent this from one of our own pages. A proxy may have put its
 * own name into Host and ours into X-Forwarded-Host, or nowhere but into our
 * settings; a foreign page cannot set either line on what it sends with our cookie. A missing Origin is not ours: browsers
 * always send it with a POST by script and with a socket's handshake.
 */
export function sameOrigin(headers: OriginHeaders, publicUrl?: URL): boolean {
  const origin = urlOf(headers.origin);
  if (!origin || !/^https?:$/.test(origin.protocol)) return false;
  const ours = [headers.host, headers.forwardedHost?.split(",")[0]?.trim(), publicUrl?.host];
  // Parsed with the origin's scheme, so that a default port that is spelled out is the same host.
  return ours.some((host) => host && urlOf(`${origin.protocol}//${host}`)?.host === origin.host);
}

function urlOf(text: string | null | undefined): URL | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  return new URL(text);
}
