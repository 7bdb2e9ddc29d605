package tracker.api.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tracker.api.cli.check.WholeExport;
import tracker.api.cli.client.Query;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;
import tracker.api.export.ExportFormat;

/** Takes a plan's events away, or the whole log as a signed archive. A file of that name is there only once it is whole. */
@Command(
        name = "export",
        description = {
            "导出规划的事件，或整份已签名的档案；文件完整才保存。",
            "Takes a plan's events away, or the whole signed archive; only a whole file is kept."
        })
final class Export implements Callable<Integer> {
    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @Mixin
    private EventFilters filters;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(
            names = "--format",
            defaultValue = "avro",
            paramLabel = "avro|ndjson|csv",
            description = {"格式，默认 avro", "the form, avro unless given"})
    private ExportFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = {"写入的文件", "the file to write"})
    private Path file;

    static final class What {
        @Option(
                names = "--plan",
                required = true,
                paramLabel = "PLAN",
                description = {"规划", "the plan"})
        private String plan;

        @Option(
                names = "--all",
                required = true,
                description = {"整份日志的签名档案", "the whole log as a signed archive"})
        private boolean all;
    }

    @Override
    public Integer call() throws IOException {
        Query query = query();
        Path target = file.toAbsolutePath();
        Path draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        // For the one who is stopped by Ctrl-C.
        draft.toFile().deleteOnExit();
        try {
            download(query, draft);
            long events = WholeExport.events(draft, format);
            long bytes = Files.size(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            say(events, bytes);
        } finally {
            Files.deleteIfExists(draft);
        }
        return Exit.DONE.code();
    }

    private Query query() {
        if (!what.all) {
            return filters.on(Query.of("plans", what.plan, "export")).with("format", format.label());
        }
        Query archive = Query.of("audit", "archive");
        if (format != ExportFormat.AVRO || !filters.on(archive).equals(archive)) {
            throw Failure.unusable(
                    "--all 为整份 avro 档案，不能筛选。", "--all is the whole archive in avro; it cannot be filtered.");
        }
        return archive;
    }

    private void download(Query query, Path draft) throws IOException {
        try (InputStream in = new Incoming(connection.remote().open(query, Map.of()));
                OutputStream out = Files.newOutputStream(draft)) {
            in.transferTo(out);
        }
    }

    /** Tells what breaks in the line from what breaks on the disk. */
    private static final class Incoming extends FilterInputStream {
        private Incoming(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException cut) {
                throw Failure.brokenOff("导出中断，未保存：" + cut, "The export broke off, and was not kept: " + cut, cut);
            }
        }
    }

    private void say(long events, long bytes) {
        if (output.json()) {
            output.document(
                    Map.of("file", file.toString(), "format", format.label(), "events", events, "bytes", bytes));
        } else {
            output.say("已保存 %s：%d 个事件，%d 字节", "kept %s: %d events, %d bytes", file, events, bytes);
        }
    }
}
