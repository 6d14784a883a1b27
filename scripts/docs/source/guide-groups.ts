/** A group of guides in the navigation, in reading order. */
export interface GuideGroup {
  readonly title: string;
  readonly files: readonly string[];
}

/** The guides for people who use the packages. */
export const readerGroups: readonly GuideGroup[] = [
  {
    title: "Quick start",
    files: ["docs/quick-start.md", "docs/quick-start-nextjs.md", "docs/quick-start-workers.md"],
  },
  {
    title: "Guides",
    files: [
      "docs/sending-safely.md",
      "docs/campaigns.md",
      "docs/lists.md",
      "docs/limits.md",
      "docs/lead-import.md",
      "docs/scaling.md",
      "docs/errors.md",
      "docs/testing.md",
      "docs/tracing.md",
      "docs/other-routes.md",
      "docs/proxies.md",
      "docs/commonjs.md",
      "docs/security.md",
    ],
  },
  {
    title: "The sandbox",
    files: [
      "docs/inspector.md",
      "docs/scenarios.md",
      "docs/control-routes.md",
      "docs/assumptions.md",
      "docs/snapshot-file.md",
      "docs/containers.md",
    ],
  },
  {
    title: "Agents",
    files: ["docs/agents.md", "docs/modulex.md", "docs/mcp-server.md", "docs/mcp-approval.md", "docs/action-inputs.md"],
  },
  { title: "Migration", files: ["docs/migration.md", "VERSIONING.md"] },
];

/** The pages for people who work on the packages. The decisions follow them. */
export const maintainerGroups: readonly GuideGroup[] = [
  {
    title: "For maintainers",
    files: [
      "CONTRIBUTING.md",
      "docs/architecture.md",
      "spec/README.md",
      "docs/drift.md",
      "docs/performance.md",
      "SECURITY.md",
    ],
  },
];

/**
 * Checks that each documentation file has a place in the navigation.
 *
 * @throws Error naming the files that have none, or that do not exist.
 */
export function checkGuideGroups(files: readonly string[]): void {
  const placed = [...readerGroups, ...maintainerGroups].flatMap((group) => group.files);
  const isElsewhere = (file: string) => /^(README\.md|packages\/.*|docs\/decisions\/.*)$/.test(file);
  const lost = files.filter((file) => !isElsewhere(file) && !placed.includes(file));
  const gone = placed.filter((file) => !files.includes(file));
  if (lost.length + gone.length === 0) return;
  throw new Error(
    `scripts/docs/source/guide-groups.ts: ${[...lost.map((file) => `${file} is in no group`), ...gone.map((file) => `${file} does not exist`)].join(", ")}`,
  );
}
