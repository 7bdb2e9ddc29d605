package tracker.api.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tracker.api.view.PlanReads;
import tracker.api.webhooks.Webhooks.Wish;
import tracker.api.webhooks.rules.WarningFilter;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.plan.WarningRule;

/** Reads what somebody wants a webhook to be. */
final class WebhookRequests {
    private WebhookRequests() {}

    /** The whole of it: what it leaves out is as for a new one. */
    static Wish wish(RequestBody body, PlanReads plan) {
        String url = body.requiredText("url");
        List<WarningKind> events = labelled(body, "events", WarningKind.class);
        Boolean active = body.flag("active");
        RequestBody filter = body.object("filter");
        WarningFilter wanted = filter == null
                ? new WarningFilter(events, null, List.of(), List.of(), null)
                : filter(filter, events, plan);
        return body.finished(new Wish(url, wanted, active == null || active));
    }

    private static WarningFilter filter(RequestBody filter, List<WarningKind> events, PlanReads plan) {
        String department = filter.text("department");
        if (department != null && !plan.plan().definition().hasDepartment(department)) {
            filter.error("department", "unknown-department", "规划没有这个部门。", "The plan has no such department.");
        }
        String subject = filter.text("subject");
        if (subject != null && subject(plan, subject).isEmpty()) {
            filter.error("subject", "unknown-subject", "规划中没有这个对象。", "The plan has no such subject.");
        }
        WarningFilter wanted = new WarningFilter(
                events,
                department,
                labelled(filter, "rules", WarningRule.class),
                labelled(filter, "kinds", Kind.class),
                subject);
        filter.requireNothingElse();
        return wanted;
    }

    private static Optional<?> subject(PlanReads plan, String name) {
        try {
            return plan.subject(SubjectId.parse(plan.plan().head().id().plan() + "/" + name));
        } catch (IllegalArgumentException noSuchForm) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E> & Labelled> List<E> labelled(RequestBody body, String name, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (String text : body.texts(name)) {
            Optional<E> constant = Labelled.find(type, text);
            if (constant.isEmpty()) {
                String known = Arrays.stream(type.getEnumConstants())
                        .map(Labelled::label)
                        .collect(Collectors.joining(", "));
                body.error(name, "unknown-word", "须为以下之一：" + known + "。", "Each is one of " + known + ".");
                return List.of();
            }
            found.add(constant.get());
        }
        return found;
    }
}
