/** What the check of EnvoyFilters asks of node:zlib: Envoy's messages unpacked at once (the browser's own streams answer later). */
export { gunzipSync } from 'fflate';
