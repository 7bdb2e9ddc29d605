package tracker.api.webhooks.rules;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tracker.streams.domain.command.FieldError;

/** Where messages may be sent to, by the settings of the installation. */
public final class TargetRules {
    private static final String POINTER = "/url";
    private static final int LONGEST = 2_000;
    private static final int LAST_PORT = 65_535;

    private final boolean plainAllowed;
    private final Set<String> allowedHosts;

    /** {@code allowedHosts} may have any address, {@code plainAllowed} lets http pass beside https. */
    public TargetRules(boolean plainAllowed, Collection<String> allowedHosts) {
        this.plainAllowed = plainAllowed;
        this.allowedHosts = allowedHosts.stream().map(TargetRules::name).collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with the URL as it is written; empty for nothing. */
    public Optional<FieldError> against(String url) {
        URI uri = parse(url);
        if (uri == null || uri.getHost() == null || uri.getRawFragment() != null || uri.getPort() > LAST_PORT) {
            return error(
                    "not-a-url",
                    "须为至多 2000 个 ASCII 字符的完整网址，不含 # 部分。",
                    "It is a whole URL of at most 2000 ASCII characters, without a fragment.");
        }
        if (uri.getRawUserInfo() != null) {
            return error("credentials", "网址中不得含有用户名或密码。", "A URL has no user name or password in it.");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plainAllowed && scheme.equals("http"))) {
            return error("not-https", "须为 https 网址。", "It is an https URL.");
        }
        return Optional.empty();
    }

    /** What is wrong with the addresses that the URL's host has; empty for nothing. */
    public Optional<FieldError> against(String url, List<InetAddress> addresses) {
        return allows(URI.create(url).getHost(), addresses)
                ? Optional.empty()
                : error(
                        "address-refused",
                        "该主机的地址不对外公开，未经安装设置许可不得发送。",
                        "The host's address is not a public one, and the installation does not allow it.");
    }

    /** All of them: which one is taken is nobody's choice. */
    public boolean allows(String host, List<InetAddress> addresses) {
        return allowedHosts.contains(name(host)) || addresses.stream().allMatch(AddressRules::isPublic);
    }

    private static URI parse(String url) {
        boolean plain = url.length() <= LONGEST && url.chars().allMatch(one -> one > ' ' && one < 0x7f);
        try {
            URI uri = plain ? new URI(url) : null;
            return uri != null && uri.isAbsolute() && !uri.isOpaque() ? uri : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** Without the brackets of an IPv6 address and the dot of a name's root. */
    private static String name(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static Optional<FieldError> error(String code, String zh, String en) {
        return Optional.of(FieldError.of(POINTER, code, zh, en));
    }
}
