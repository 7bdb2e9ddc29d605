import { get, insist } from './api.js';
import { Observable } from './observable.js';
import { place, plan } from './place.js';

/** The plans that there are: {id, name, simulated, registeredAt}; null until they are known. */
export const plans = new Observable(null);

/** Which plan was missing when they were read last. */
let missed = null;

/** Reads them, and once more where somebody goes to one that was registered since. */
export function startPlans() {
  place.follow(lookAgain);
  return read();
}

function lookAgain() {
  if (plan() && plan() !== missed && plans.value && !plans.value.some((one) => one.id === plan())) {
    missed = plan();
    read();
  }
}

async function read() {
  plans.set((await insist(() => get('/api/v1/plans'))).items);
}

/** When the plan that is looked at was registered: nothing was known of it before. Null until that is known. */
export function registeredAt() {
  return plans.value?.find((one) => one.id === plan())?.registeredAt ?? null;
}
