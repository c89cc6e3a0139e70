/** Browser things TypeScript does not know yet. */
interface Navigator {
  readonly contacts?: { select(fields: string[], options?: { multiple: boolean }): Promise<{ name?: string[]; tel?: string[] }[]> };
}

/** The address of main.js, filled in when start.js is built. */
declare const MAIN: string;
