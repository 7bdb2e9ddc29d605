package tracker.api.settings;

import io.micronaut.core.convert.ConversionService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tracker.streams.domain.Text;

/** Every setting of the tracker's own. {@code docs/settings.md} is written from it, and what is set is held against it at the start. */
public final class SettingsTable {
    private static final Form FLAG = new Form.Flag();
    private static final Form FREE = new Form.Free();
    private static final Form SECRET = new Form.Secret();
    private static final Form WAIT = span("1ms", "10m");
    private static final Form PAUSE = span("10ms", "1d");
    private static final Form RATE = new Form.Whole(1, 1_000_000);
    private static final Form WEB = new Form.Address(Set.of("http", "https"));
    private static final Form NAME = new Form.Word(Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"), "node-1");

    public static final List<Setting> ALL = List.of(
            row(
                    "port",
                    new Form.Whole(-1, 65_535),
                    "8080",
                    "接口监听的端口；-1 取空闲端口",
                    "where the API listens; -1 takes a free port"),
            row(
                    "management-port",
                    new Form.Whole(-1, 65_535),
                    "",
                    "健康检查与指标的端口；缺省为接口端口的下一个，-1 取空闲端口",
                    "where health and metrics are asked for; the next after tracker.port, if not set, and -1 takes a free one"),
            row("metrics-interval", PAUSE, "10s", "多久测量一次状态指标", "how often the state is measured"),
            row(
                    "data",
                    FREE,
                    "data",
                    "数据目录：令牌、检查点密钥、存储、内置代理的日志",
                    "the data directory: tokens, checkpoint keys, stores, the embedded broker's log"),
            row(
                    "config",
                    FREE,
                    "",
                    "设置文件（.yml 或 .properties），以逗号分隔",
                    "files of settings (.yml or .properties), separated by commas"),
            row(
                    "node",
                    NAME,
                    "node-1",
                    "本节点在同伴中的名称，重启后不变",
                    "this node's name among its peers, the same after each restart"),
            row(
                    "partitions",
                    new Form.Whole(1, 1_000),
                    "4",
                    "主题分区数；首次启动后不可更改",
                    "partitions of the topics; fixed by the first start"),
            row("replication", new Form.Whole(1, 9), "1", "主题副本数", "replicas of the topics"),
            row("threads", new Form.Whole(1, 64), "1", "每个流应用的线程数", "stream threads of each application"),
            row(
                    "commit-interval",
                    span("1ms", "10s"),
                    "5ms",
                    "命令等待一并提交的时长",
                    "how long a command waits for others to be committed with it"),
            row(
                    "answer-retention",
                    span("1s", "365d"),
                    "7d",
                    "幂等键与命令结果保留多久",
                    "how long an Idempotency-Key and a command's outcome are remembered"),
            row(
                    "write-wait",
                    WAIT,
                    "10s",
                    "写入等待结果的时长，逾时答 202",
                    "how long a write waits for its outcome before it is answered 202"),
            row(
                    "read-wait",
                    WAIT,
                    "5s",
                    "读取等待其位置的时长，逾时答 503",
                    "how long a read waits for the position in its token before it is answered 503"),
            row("heartbeat", PAUSE, "15s", "无事件的流多久发一次心跳", "how often a silent stream of events is heard of"),
            row("checkpoint-interval", PAUSE, "10m", "日志增长部分多久签名一次", "how often what has grown of the log is signed"),
            row(
                    "feedback-per-hour",
                    RATE,
                    "20",
                    "每个地址或令牌每小时可提交的意见数",
                    "how much feedback one address or token may post an hour"),
            row("requests-per-second", RATE, "1000", "每个用户每秒的请求数", "how often a second one user may ask"),
            row(
                    "anonymous-requests-per-second",
                    RATE,
                    "100",
                    "无令牌时每个地址每秒的请求数",
                    "how often a second one address may ask without a token"),
            row("evidence-limit", new Form.Bytes(1), "50MB", "单个佐证文件的上限", "the largest file of evidence"),
            row(
                    "files",
                    FREE,
                    "",
                    "佐证与个人密钥的目录，各节点共用；缺省为数据目录下的 files",
                    "where evidence and the keys of persons lie, unless in S3, and nodes share it; files in the data directory, if not set"),
            row("s3.bucket", FREE, "", "改存于此 S3 存储桶", "keeps them in this bucket instead"),
            row("s3.endpoint", WEB, "", "S3 服务地址；缺省为亚马逊", "the S3 server, where it is not Amazon's"),
            row("s3.region", FREE, "us-east-1", "S3 区域", "the bucket's region"),
            row("s3.access-key", FREE, "", "S3 访问标识", "the S3 access key"),
            row("s3.secret-key", SECRET, "", "S3 访问密钥", "the S3 secret key"),
            row(
                    "s3.path-style",
                    FLAG,
                    "false",
                    "存储桶名写在路径中",
                    "whether the bucket is named in the path, as most servers but Amazon's want it"),
            row("cors", FLAG, "false", "其他网站的页面可否访问", "whether pages of other sites may ask"),
            row("cors-origins", FREE, "", "哪些网站，以逗号分隔", "which, separated by commas"),
            row("backup", FREE, "", "只将日志备份到此空目录，然后结束", "takes a backup into this empty directory, and ends"),
            row(
                    "restore",
                    FREE,
                    "",
                    "只从此目录恢复到空的代理与数据目录，然后结束",
                    "brings the backup in this directory back into empty brokers and an empty data directory, and ends"),
            row("demo", FLAG, "false", "是否载入演示规划", "whether the demonstration plan is loaded"),
            row(
                    "exit-with-parent",
                    FLAG,
                    "false",
                    "随启动它的进程一同结束",
                    "whether the tracker ends with the process that started it"));

    private SettingsTable() {}

    static Optional<Setting> find(String name) {
        return ALL.stream().filter(setting -> setting.covers(name)).findFirst();
    }

    private static Setting row(String name, Form form, String unset, String zh, String en) {
        return new Setting("tracker." + name, form, unset, new Text(zh, en));
    }

    private static Form span(String least, String most) {
        return new Form.Span(duration(least), duration(most));
    }

    private static Duration duration(String text) {
        return ConversionService.SHARED.convertRequired(text, Duration.class);
    }
}
