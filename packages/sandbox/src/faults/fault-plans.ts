import type { OperationId } from "../spec/operation.ts";
import type { Fault, FaultPlan } from "./fault.ts";

/** The planned faults, in the order in which they were planned. */
export class FaultPlans {
  #plans: FaultPlan[] = [];

  get pending(): readonly FaultPlan[] {
    return this.#plans;
  }

  add(plan: FaultPlan): void {
    this.#plans.push(plan);
  }

  /** Removes the faults of an operation. */
  clearOf(operation: OperationId | "*"): void {
    this.#plans = this.#plans.filter((plan) => plan.operation !== operation);
  }

  clear(): void {
    this.#plans = [];
  }

  /** Takes the next fault for a call of an operation. */
  take(operation: OperationId): Fault | undefined {
    const index = this.#plans.findIndex((plan) => plan.operation === "*" || plan.operation === operation);
    const plan = this.#plans[index];
    if (plan === undefined) return undefined;
    if (plan.times > 1) this.#plans[index] = { ...plan, times: plan.times - 1 };
    else this.#plans.splice(index, 1);
    return plan.fault;
  }
}
