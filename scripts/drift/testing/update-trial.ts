import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { derive } from "../../generate/derive.ts";
import { type Update, update } from "../update/update.ts";
import { removeCopy, repositoryCopy } from "./repository-copy.ts";
import { specThatSaw } from "./spec-fixture.ts";
import { VendorDouble } from "./vendor-fixture.ts";

const repositorySpec = path.resolve(import.meta.dirname, "../../../spec");

/** Updates on a copy of the repository, for tests. */
export class UpdateTrial {
  readonly #published: VendorDouble;
  readonly #derived: Map<string, string>;
  /** The spec before an update. */
  readonly #spec: string;
  #root = "";

  private constructor(published: VendorDouble, derived: Map<string, string>) {
    this.#published = published;
    this.#derived = derived;
    this.#spec = specThatSaw(published, repositorySpec);
  }

  static async prepare(): Promise<UpdateTrial> {
    const [published, derived] = await Promise.all([VendorDouble.of(repositorySpec), derive(repositorySpec)]);
    return new UpdateTrial(published, derived);
  }

  /** Removes what `prepare` has made. */
  async end(): Promise<void> {
    await removeCopy(this.#spec);
  }

  /** Makes a fresh copy. */
  async start(): Promise<void> {
    this.#root = await repositoryCopy(this.#spec, this.#derived);
  }

  async stop(): Promise<void> {
    await removeCopy(this.#root);
  }

  /** Runs an update against what the vendor publishes after a change. */
  run(change: (double: VendorDouble) => void): Promise<Update> {
    const double = this.#published.clone();
    change(double);
    return update(this.#root, double.node(), true, (directory) => this.#deriveUnlessSame(directory));
  }

  pathOf(file: string): string {
    return path.join(this.#root, file);
  }

  read(file: string): string {
    return readFileSync(this.pathOf(file), "utf8");
  }

  changesets(): string[] {
    return readdirSync(this.pathOf(".changeset"));
  }

  /** The lines that differ from the spec before, as a unified diff marks them. */
  specDiff(): string[] {
    try {
      execFileSync("diff", ["-r", "-U0", this.#spec, this.pathOf("spec")], { encoding: "utf8" });
      return [];
    } catch (error) {
      const lines = (error as { stdout: string }).stdout.split("\n");
      return lines.filter((line) => /^([+-](?![+-]{2} )|Only in)/.test(line));
    }
  }

  /** Deriving is slow, so a spec that is still the repository's is not derived again. */
  async #deriveUnlessSame(directory: string): Promise<Map<string, string>> {
    return specText(directory) === specText(this.#spec) ? this.#derived : derive(directory);
  }
}

function specText(directory: string): string {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return files
    .sort()
    .map((file) => `${file}\n${readFileSync(path.join(directory, file), "utf8")}`)
    .join("\n");
}
