import { get } from './api.js';
import { Observable } from './observable.js';
import { plan } from './place.js';

/** The plans that there are: {id, name, simulated, registeredAt}; null until they are known. */
export const plans = new Observable(null);

/** A Problem where they cannot be had. */
export async function readPlans() {
  plans.set((await get('/api/v1/plans')).items);
}

/** When the plan that is looked at was registered: nothing was known of it before. Null until that is known. */
export function registeredAt() {
  return plans.value?.find((one) => one.id === plan())?.registeredAt ?? null;
}
