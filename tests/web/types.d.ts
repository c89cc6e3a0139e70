/** Browser things TypeScript does not know yet. */
interface Navigator {
  readonly contacts?: { select(fields: string[], options?: { multiple: boolean }): Promise<{ name?: string[]; tel?: string[] }[]> };
}
