/** As strict as Node's fetch, whatever the options of the process are. The size is that of all headers together. */
export const PARSER_OPTIONS = { insecureHTTPParser: false, maxHeaderSize: 16_384, joinDuplicateHeaders: true } as const;
