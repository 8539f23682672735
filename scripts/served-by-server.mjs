/** Paths that vite hands on to the server in development, as the pattern of a proxy rule; the rest is the page. */
export const SERVED_BY_SERVER = String.raw`^/(api|ogc|basemap|healthz)(/|\?|$)|^/[a-z]+\.geojson(\?|$)`;
