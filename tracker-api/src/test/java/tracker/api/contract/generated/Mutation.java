package tracker.api.contract.generated;

/** Makes of a request as it is allowed one that is not, or one that nobody would send in good faith; null where it has nothing to change there. */
interface Mutation {
    Call of(ApiOperation operation, Call allowed, Draws draws);
}
