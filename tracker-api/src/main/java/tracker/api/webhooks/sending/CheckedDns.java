package tracker.api.webhooks.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import tracker.api.webhooks.rules.TargetRules;

/** Resolves a host for the connection itself: what is checked here is what is connected to, so that no name can change in between. */
final class CheckedDns implements DnsResolver {
    private final TargetRules rules;

    CheckedDns(TargetRules rules) {
        this.rules = rules;
    }

    /** The host has an address that nothing is sent to. */
    static final class RefusedException extends UnknownHostException {}

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!rules.allows(host, List.of(addresses))) {
            throw new RefusedException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
