package tracker.streams.runtime;

/** The log was not brought back whole; nothing is started on it. The message says so and how to mend it, in both languages. */
public final class RestoreUnfinishedException extends RuntimeException {
    public RestoreUnfinishedException() {
        super(
                "恢复未完成，未启动；请删除代理上的 tracker 主题（或数据目录），再次恢复。\n"
                        + "The log was not brought back whole, nothing was started; delete the tracker's topics (or the data directory) and restore again.");
    }
}
