/** A stored lead list. */
export interface StoredLeadList {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly has_enrichment_task?: boolean;
  readonly owned_by?: string;
}
