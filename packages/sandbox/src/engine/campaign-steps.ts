import type { CampaignStep, CampaignVariant } from "@modulex-instantly/types";
import type { StoredCampaign } from "../state/stored-campaign.ts";

const MINUTE = 60_000;
const UNITS = { minutes: MINUTE, hours: 60 * MINUTE, days: 24 * 60 * MINUTE } as const;

const TEN_YEARS = 3650 * UNITS.days;

/** An enabled variant, with its index among all variants of the step. */
export interface EnabledVariant {
  readonly index: number;
  readonly variant: CampaignVariant;
}

/** The steps of a campaign. Only the first sequence is used. */
export function stepsOf(campaign: StoredCampaign): readonly CampaignStep[] {
  return campaign.settings.sequences?.[0]?.steps ?? [];
}

/** The variants of a step that are not disabled. */
export function enabledVariants(step: CampaignStep | undefined): readonly EnabledVariant[] {
  return (step?.variants ?? [])
    .map((variant, index) => ({ index, variant }))
    .filter(({ variant }) => !variant.v_disabled);
}

/** The index of the first step, starting at `from`, that has an enabled variant. */
export function sendableStep(steps: readonly CampaignStep[], from: number): number | undefined {
  for (let index = from; index < steps.length; index += 1) if (enabledVariants(steps[index]).length > 0) return index;
  return undefined;
}

/** The delay between a step and the next one in milliseconds, at most ten years. */
export function delayAfter(step: CampaignStep): number {
  return Math.min(step.delay * UNITS[step.delay_unit ?? "days"], TEN_YEARS);
}
