package tracker.api.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;

/** Who can be given a static token. */
public final class TokenRules {
    private static final int MAX_USER = 64;
    /** The public needs none, and the tracker itself acts without. */
    private static final Set<Role> WITHOUT = EnumSet.of(Role.PUBLIC, Role.SYSTEM);

    private TokenRules() {}

    /** Empty where there is nothing against it. */
    public static Optional<Text> against(Actor holder) {
        if (WITHOUT.contains(holder.role())) {
            return Optional.of(new Text("该角色不使用令牌。", "That role has no tokens."));
        }
        if ((holder.role() == Role.DEPARTMENT) == (holder.department() == null)) {
            return Optional.of(
                    new Text("部门角色须给出部门，其他角色不得给出。", "A department's token names its department; no other does."));
        }
        if (holder.department() != null && !SubjectId.isSlug(holder.department())) {
            return Optional.of(new Text("部门标识有误。", "That is no department's identifier."));
        }
        return againstUser(holder.user());
    }

    private static Optional<Text> againstUser(String user) {
        if (user.isBlank()
                || !user.equals(user.strip())
                || user.length() > MAX_USER
                || user.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(new Text(
                    "用户名须为 1 至 64 个字符，首尾无空格，不含控制字符。",
                    "A user's name has 1 to 64 characters, no space around it and no control character."));
        }
        if (user.toLowerCase(Locale.ROOT).startsWith(Actor.CONCEALED)) {
            return Optional.of(new Text(
                    "用户名不得以 person: 开头，该前缀用于已加密的姓名。",
                    "A user's name does not begin with person:, which marks names that are encrypted."));
        }
        return Optional.empty();
    }
}
