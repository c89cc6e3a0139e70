/** What site/worker.py writes above sw.js. */
interface SitePart {
  pack: string;
  files: Record<string, string>;
}
declare const SITE: {
  headers: Record<string, string>;
  pageHeaders: Record<string, string>;
  shell: SitePart;
  languages: Record<string, SitePart>;
};
