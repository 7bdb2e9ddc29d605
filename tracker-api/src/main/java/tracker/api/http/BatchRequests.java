package tracker.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.FieldError;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;

/** From the JSON of many reports to the items of one batch. What is wrong with one of them is kept beside it. */
final class BatchRequests {
    /** As many as a sheet may have rows. */
    private static final int MOST = 10_000;

    private BatchRequests() {}

    /** {@code items} can be decided; {@code unreadable} are the faults of the others, {@code count} is how many there are of both. */
    record Batch(List<Intent.Item> items, List<FieldError> unreadable, int count, boolean partial) {}

    static Batch parse(String plan, byte[] json) {
        RequestBody body = RequestBody.parse(json);
        Boolean partial = body.flag("partial");
        List<RequestBody> reports = body.objects("reports");
        if (reports.isEmpty() || reports.size() > MOST) {
            body.error("reports", "count", "须有 1 至 " + MOST + " 项。", "There are 1 to " + MOST + " reports.");
        }
        body.requireNothingElse();
        // What is no object, or too many, is wrong with the whole; what is wrong within one is its own.
        body.requireValid();
        List<Intent.Item> items = new ArrayList<>();
        for (int index = 0; index < reports.size(); index++) {
            item(plan, index, reports.get(index)).ifPresent(items::add);
        }
        return new Batch(items, body.errors(), reports.size(), Boolean.TRUE.equals(partial));
    }

    /** Empty where something is wrong with it, which its body then says. */
    private static Optional<Intent.Item> item(String plan, int index, RequestBody body) {
        int before = body.errors().size();
        Optional<SubjectId> subject = subject(plan, body);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        Report report = ReportRequests.report(subject.get().kind(), body);
        String reason = body.text("reason");
        body.requireNothingElse();
        return body.errors().size() > before
                ? Optional.empty()
                : Optional.of(new Intent.Item(index, subject.get(), new Intent.ReportProgress(report), reason));
    }

    private static Optional<SubjectId> subject(String plan, RequestBody body) {
        String name = body.requiredText("subject");
        try {
            if (name != null) {
                return Optional.of(SubjectId.parse(plan + "/" + name));
            }
        } catch (IllegalArgumentException noSuchForm) {
            body.error("subject", "unknown-subject", "规划中没有这个对象。", "The plan has no such subject.");
        }
        return Optional.empty();
    }
}
