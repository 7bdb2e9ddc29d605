package tracker.api.cli.outcome;

import tracker.streams.domain.Text;

/** How a command can end: the one table of exit codes, which {@code --help} shows too. */
public enum Exit {
    DONE(0, "已完成，或核验通过", "done, or verified"),
    REFUTED(1, "不通过、不一致、被拒绝或中断", "refuted, differs, refused or broken off"),
    UNUSABLE(2, "命令或其文件不可用", "the call or a file of it cannot be used"),
    UNREACHABLE(3, "无法连接，或尚未就绪", "the tracker cannot be reached or is not ready");

    private final int code;
    private final Text meaning;

    Exit(int code, String zh, String en) {
        this.code = code;
        this.meaning = new Text(zh, en);
    }

    public int code() {
        return code;
    }

    public Text meaning() {
        return meaning;
    }
}
