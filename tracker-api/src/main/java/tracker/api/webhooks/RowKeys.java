package tracker.api.webhooks;

/** The keys of the webhooks' rows: {@code plan/webhook/what}, and for dead letters {@code plan/webhook/dead/position}. */
record RowKeys(String plan, String webhook, What what, long position) {
    enum What {
        WEBHOOK,
        PROGRESS,
        DEAD,
        ANSWER
    }

    static String webhook(String plan, String webhook) {
        return plan + "/" + webhook + "/" + What.WEBHOOK;
    }

    static String progress(String plan, String webhook) {
        return plan + "/" + webhook + "/" + What.PROGRESS;
    }

    static String dead(String plan, String webhook, long position) {
        return plan + "/" + webhook + "/" + What.DEAD + "/" + position;
    }

    /** {@code request} names who asked for what under which key. */
    static String answer(String plan, String request) {
        return plan + "/" + request + "/" + What.ANSWER;
    }

    static RowKeys parse(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length < 3) {
            throw new IllegalArgumentException("no key of a webhook's row: " + key);
        }
        return new RowKeys(parts[0], parts[1], What.valueOf(parts[2]), parts.length > 3 ? Long.parseLong(parts[3]) : 0);
    }
}
