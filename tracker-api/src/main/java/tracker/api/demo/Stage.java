package tracker.api.demo;

/** What comes before what on one day. */
enum Stage {
    DAY,
    REGISTRATION,
    DECISION,
    REPORT,
    CORRECTION,
    VOICE,
    ASSESSMENT
}
