package tracker.api.contract;

import java.util.Map;

/** What a Java type is called in the contract. */
final class TypeNames {
    /** Names that neither the type nor where it stands gives. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "EventJson.Shown", "Event",
            "ViewChanges.Change", "FieldChange",
            "Writing.Written", "Written",
            "Writing.Pending", "Pending",
            "CompareController.Compared", "Comparison",
            "ViewsController.Comparison", "GenerationComparison",
            "Verification.Summary", "Verification",
            "Answer.Reason", "DeliveryFailure",
            "WebhookDeliveryController.Redelivery", "WebhookRedelivery",
            "WebhookDeliveryController.Replay", "WebhookReplay");

    private TypeNames() {}

    static String of(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String simple = type.getSimpleName();
        String otherwise = OTHERWISE.get(outer.getSimpleName() + "." + simple);
        if (otherwise != null) {
            return otherwise;
        }
        String home = outer.getSimpleName().replaceAll("(Controller|Json|Queries|View|s)$", "");
        return switch (outer.getSimpleName()) {
            case "Requests" -> simple + "Request";
            case "View", "PlanView", "Fact" -> simple;
            default -> simple.startsWith(home) || simple.endsWith(home) ? simple : home + simple;
        };
    }
}
