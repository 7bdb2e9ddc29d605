package tracker.api.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tracker.api.audit.KeyFile;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;

/** The keys that an installation signs its checkpoints with. Secrets are never shown. */
@Command(
        name = "keys",
        description = {
            "管理检查点的签名密钥（在数据目录中；重启后生效）。",
            "Manages the keys that checkpoints are signed with, in the data directory; a restart makes them count."
        },
        subcommands = {Keys.Show.class, Keys.Rotate.class, Keys.Retire.class})
final class Keys {
    @Command(
            name = "list",
            description = {"列出密钥的公开部分。", "Lists the keys by their public forms."})
    static final class Show implements Callable<Integer> {
        @Mixin(name = Output.NAME)
        private Output output;

        @Mixin
        private Installation installation;

        @Override
        public Integer call() {
            List<KeyFile.Key> keys = installation.keys().keys();
            if (output.json()) {
                output.document(Map.of("items", keys));
            } else {
                keys.forEach(key -> output.say(
                        "%s  %s  " + (key.signs() ? "签名" : "已停用"),
                        "%s  %s  " + (key.signs() ? "signs" : "retired"),
                        key.id(),
                        key.key()));
            }
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "rotate",
            description = {"增加一把密钥，与原有密钥一同签名。", "Adds a key, which signs beside those that are there."})
    static final class Rotate implements Callable<Integer> {
        @Mixin(name = Output.NAME)
        private Output output;

        @Mixin
        private Installation installation;

        @Override
        public Integer call() {
            say(output, installation.keys().rotate());
            output.note(
                    "请重启跟踪系统使其生效，待各审计人员更新信任文件后再停用旧密钥。",
                    "Restart the tracker for it to count; retire the old key once every auditor has fetched the trust anew.");
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "retire",
            description = {
                "停用一把密钥：不再签名，此前的签名仍然有效。",
                "Retires a key: it signs nothing more, and what it signed stays good."
            })
    static final class Retire implements Callable<Integer> {
        @Mixin(name = Output.NAME)
        private Output output;

        @Mixin
        private Installation installation;

        @Parameters(
                index = "0",
                paramLabel = "ID",
                description = {"密钥编号", "the key's id"})
        private String id;

        @Override
        public Integer call() {
            KeyFile file = installation.keys();
            try {
                say(
                        output,
                        file.retire(id)
                                .orElseThrow(() ->
                                        Failure.refuted("没有此编号的签名密钥：" + id, "No key that signs has that id: " + id)));
            } catch (KeyFile.LastKeyException last) {
                throw Failure.refuted("这是最后一把签名密钥，请先增加一把。", "That is the last key that signs: add one first.");
            }
            output.note("请重启跟踪系统使其生效。", "Restart the tracker for it to count.");
            return Exit.DONE.code();
        }
    }

    private static void say(Output output, KeyFile.Key key) {
        if (output.json()) {
            output.document(key);
        } else {
            output.line(key.id() + "  " + key.key());
        }
    }
}
