package tracker.api.access;

import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** What a route can ask of its caller. Which subjects a caller may change is decided with the subject, by the domain. */
public enum Right implements Labelled {
    READ_PUBLISHED("查看规划公开的内容", "read what a plan publishes"),
    READ_VIEWS("查看现状与历史", "read current and historical views"),
    READ_EVENTS("查看事件日志：操作人、佐证、哈希", "read the event log: actors, evidence, hashes"),
    READ_EVIDENCE("取阅佐证文件；部门限于本部门所交", "take the files that back reports; a department those that it handed in itself"),
    READ_FEEDBACK("查看意见，含未审核者", "read what people have to say, before it is moderated too"),
    POST_FEEDBACK("提交意见", "have a say"),
    MODERATE_FEEDBACK("审核并答复意见", "publish feedback or not, and answer it"),
    REPORT(
            "逐条或整表上报、更正、撤回；部门限于本部门牵头或协办者",
            "post progress reports and milestones reached, correct them, take them back, one by one or in a sheet; a department for what it leads or assists"),
    ACKNOWLEDGE("确认预警已阅", "say that a warning was seen"),
    MANAGE_WEBHOOKS("设置网络回调；部门限于其牵头者", "have other systems told of warnings; a department of those of what it leads"),
    REGISTER("登记规划", "register plans"),
    ASSIGN("指定责任，设定目标、里程碑与年度计划", "say who answers for a subject; set targets, milestones, yearly plans"),
    ADJUST("调整已定事项", "change what is settled"),
    ASSESS("记录评估与意见", "record assessments and opinions"),
    TURN_DAY("推进模拟规划的日期", "move the clock of a simulated plan"),
    ERASE("使个人姓名不可再读", "have a person's name made unreadable"),
    OPERATE("运行维护：重建视图", "run the installation: rebuild its views"),
    BE_A_NODE("仅限本系统的节点之间", "only from one node of the tracker to another");

    private final Text meaning;

    Right(String zh, String en) {
        this.meaning = new Text(zh, en);
    }

    public Text meaning() {
        return meaning;
    }

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
