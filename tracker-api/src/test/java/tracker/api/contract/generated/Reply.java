package tracker.api.contract.generated;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What was answered; {@code body} is null where it does not end. */
public record Reply(int status, List<Header> headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public boolean isSuccess() {
        return status >= 200 && status < 400;
    }

    public boolean isJson() {
        return body != null && header("Content-Type").orElse("").contains("json");
    }

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return status + " " + header("Content-Type").orElse("") + "\n"
                + text.substring(0, Math.min(text.length(), 1_500));
    }
}
