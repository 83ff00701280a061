type Headers = { secFetchSite: string | undefined; origin: string | undefined; hasCookie: boolean };

/** Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site, older ones in Origin; a client that says
    neither is no browser, and may not come with a cookie. */
export function isSameSite(headers: Headers, publicOrigin: string): boolean {
  if (headers.secFetchSite !== undefined) return headers.secFetchSite === "same-origin";
  if (headers.origin !== undefined) return headers.origin === publicOrigin;
  return !headers.hasCookie;
}
