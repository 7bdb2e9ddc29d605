package tracker.api.webhooks.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import tracker.api.webhooks.rules.TargetRules;
import tracker.streams.domain.command.FieldError;

/** Looks a URL over before anything is sent to it. Its addresses are looked at again whenever something is. */
public final class Targets {
    private final TargetRules rules;

    public Targets(TargetRules rules) {
        this.rules = rules;
    }

    /** What is wrong with it; empty for nothing. A host that has no address yet may get one. */
    public Optional<FieldError> against(String url) {
        Optional<FieldError> written = rules.against(url);
        if (written.isPresent()) {
            return written;
        }
        try {
            return rules.against(
                    url, List.of(InetAddress.getAllByName(URI.create(url).getHost())));
        } catch (UnknownHostException later) {
            return Optional.empty();
        }
    }
}
