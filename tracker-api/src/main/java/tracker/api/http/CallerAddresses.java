package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tracker.api.NodeSettings;
import tracker.api.access.hop.HopPass;

/** Where a request comes from: whoever is connected, or whom a node or a proxy that is believed asks for. */
@Singleton
final class CallerAddresses {
    private static final String FORWARDED = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> proxies;

    CallerAddresses(NodeSettings settings) {
        proxies = Arrays.stream(settings.proxies().split(","))
                .filter(proxy -> !proxy.isEmpty())
                .map(CallerAddresses::rule)
                .toList();
    }

    String of(HttpRequest<?> request) {
        return HopPass.of(request).map(HopPass::address).orElseGet(() -> connected(request));
    }

    /** Of those that a chain of proxies names, the last that is none of them: what stands before it anybody may have written. */
    private String connected(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        if (address == null) {
            return "unknown";
        }
        String nearest = address.getHostAddress();
        if (!isProxy(nearest)) {
            return nearest;
        }
        List<String> named = Arrays.asList(
                String.join(",", request.getHeaders().getAll(FORWARDED)).split(","));
        Collections.reverse(named);
        for (String name : named) {
            String one = name.trim();
            if (NetUtil.createInetAddressFromIpAddressString(one) == null) {
                return nearest;
            }
            nearest = one;
            if (!isProxy(one)) {
                return one;
            }
        }
        return nearest;
    }

    private boolean isProxy(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return proxies.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(parsed, 0)));
    }

    private static IpSubnetFilterRule rule(String proxy) {
        int slash = proxy.indexOf('/');
        String address = slash < 0 ? proxy : proxy.substring(0, slash);
        int bits = slash >= 0 ? Integer.parseInt(proxy.substring(slash + 1)) : address.indexOf(':') < 0 ? 32 : 128;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}
