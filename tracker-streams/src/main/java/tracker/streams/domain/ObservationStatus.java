package tracker.streams.domain;

/** SDMX CL_OBS_STATUS, as far as it is used here. */
public enum ObservationStatus {
    /** Normal. */
    A,
    /** Provisional. */
    P,
    /** Estimated. */
    E,
    /** Forecast: kept and shown, but never rated as an actual. */
    F,
    /** Missing: the period is accounted for, without a value. */
    M,
    /** Break in series. */
    B;

    /** Whether a value with this status counts as an actual. */
    public boolean isActual() {
        return this != F && this != M;
    }
}
