package tracker.api.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tracker.api.access.TokenFile;
import tracker.api.access.TokenFile.Entry;
import tracker.api.access.TokenRules;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** The static tokens of an installation. A running tracker follows within a second. */
@Command(
        name = "tokens",
        description = {
            "管理令牌（在数据目录中；运行中的系统一秒内生效）。",
            "Manages tokens, in the data directory; a running tracker follows within a second."
        },
        subcommands = {Tokens.Create.class, Tokens.Show.class, Tokens.Revoke.class})
final class Tokens {
    @Command(
            name = "create",
            description = {"新建令牌；只在此显示一次。", "Makes a token, which is shown this once."})
    static final class Create implements Callable<Integer> {
        @Mixin(name = Output.NAME)
        private Output output;

        @Mixin
        private Installation installation;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = {"角色", "planning-office, department, auditor, dashboard or operator"})
        private Role role;

        @Option(
                names = "--department",
                paramLabel = "ID",
                description = {"部门（仅部门角色）", "the department, for that role only"})
        private String department;

        @Option(
                names = "--user",
                required = true,
                paramLabel = "NAME",
                description = {"事件中所记的用户名", "the user's name, as events record it"})
        private String user;

        @Option(
                names = "--expires",
                paramLabel = "DATE",
                description = {
                    "有效期至（含当日，按本机时区），或 RFC 3339 时刻",
                    "the last day that it is valid, in this machine's time zone; or an RFC 3339 time"
                })
        private String expires;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Instant now = Surroundings.of(spec).clock().instant();
            Actor holder = new Actor(role, department, user);
            TokenRules.against(holder).ifPresent(fault -> {
                throw Failure.unusable(fault);
            });
            Instant end = end();
            if (end != null && !end.isAfter(now)) {
                throw Failure.unusable("有效期已过。", "That expiry is past.");
            }
            TokenFile.Created created = installation.tokens().create(holder, now, end);
            if (output.json()) {
                Map<String, Object> shown = shown(created.entry(), now);
                shown.put("token", created.token());
                output.document(shown);
            } else {
                output.note(
                        "编号 %s；令牌只显示这一次：",
                        "id %s; the token is shown this once:", created.entry().id());
                output.line(created.token());
            }
            return Exit.DONE.code();
        }

        private Instant end() {
            if (expires == null) {
                return null;
            }
            try {
                return expires.contains("T")
                        ? OffsetDateTime.parse(expires).toInstant()
                        : LocalDate.parse(expires)
                                .plusDays(1)
                                .atStartOfDay(ZoneId.systemDefault())
                                .toInstant();
            } catch (DateTimeException malformed) {
                throw Failure.unusable(
                        "--expires 须为 2027-01-31 这样的日期，或 RFC 3339 时刻。",
                        "--expires is a date like 2027-01-31, or an RFC 3339 time.");
            }
        }
    }

    @Command(
            name = "list",
            description = {"列出令牌（不含令牌本身）。", "Lists the tokens, which are not shown themselves."})
    static final class Show implements Callable<Integer> {
        @Mixin(name = Output.NAME)
        private Output output;

        @Mixin
        private Installation installation;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Instant now = Surroundings.of(spec).clock().instant();
            List<Map<String, Object>> items = installation.tokens().read().stream()
                    .map(entry -> shown(entry, now))
                    .toList();
            if (output.json()) {
                output.document(Map.of("items", items));
            } else {
                items.forEach(item -> output.line("%s  %s  %s  %s … %s%s"
                        .formatted(
                                item.get("id"),
                                item.get("role"),
                                item.get("user"),
                                item.getOrDefault("created", "?"),
                                item.getOrDefault("expires", ""),
                                Boolean.TRUE.equals(item.get("expired")) ? " ✗" : "")));
            }
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "revoke",
            description = {"撤销令牌。", "Revokes a token."})
    static final class Revoke implements Callable<Integer> {
        @Mixin(name = Output.NAME)
        private Output output;

        @Mixin
        private Installation installation;

        @Parameters(
                index = "0",
                paramLabel = "ID",
                description = {"令牌编号", "the token's id"})
        private String id;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Entry revoked = installation
                    .tokens()
                    .revoke(id)
                    .orElseThrow(() -> Failure.refuted("没有这个编号的令牌：" + id, "There is no token of that id: " + id));
            if (output.json()) {
                output.document(shown(revoked, Surroundings.of(spec).clock().instant()));
            } else {
                output.say("已撤销 %s（%s）", "revoked %s (%s)", revoked.id(), revoked.user());
            }
            return Exit.DONE.code();
        }
    }

    private static Map<String, Object> shown(Entry entry, Instant now) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", entry.id());
        shown.put("role", entry.role());
        put(shown, "department", entry.department());
        shown.put("user", entry.user());
        put(shown, "created", entry.created());
        put(shown, "expires", entry.expires());
        shown.put("expired", !entry.isValidAt(now));
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, Object value) {
        if (value != null) {
            shown.put(name, value);
        }
    }
}
