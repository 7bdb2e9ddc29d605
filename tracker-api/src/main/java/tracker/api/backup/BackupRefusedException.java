package tracker.api.backup;

import tracker.streams.domain.Text;

/** A backup that cannot be taken or brought back as things are. The message says why and the mend, in both languages. */
public final class BackupRefusedException extends RuntimeException {
    BackupRefusedException(String zh, String en) {
        this(new Text(zh, en));
    }

    private BackupRefusedException(Text text) {
        super(text.zh() + "\n" + text.en());
    }
}
