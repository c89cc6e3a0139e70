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
  push: Record<string, { title: string; line: string; page: string; lang: string; dir: "ltr" | "rtl" }> & { nl: { title: string; line: string; page: string; lang: string; dir: "ltr" | "rtl" } };
};
