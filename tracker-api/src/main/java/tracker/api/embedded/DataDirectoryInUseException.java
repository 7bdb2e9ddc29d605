package tracker.api.embedded;

import java.nio.file.Path;

/** Another tracker runs on the same data directory. The message says so and how to mend it, in both languages. */
public final class DataDirectoryInUseException extends RuntimeException {
    DataDirectoryInUseException(Path directory) {
        super("数据目录 " + directory + " 正被另一个进程使用；请先停止它，或用 -Ddata= 另选目录。\n"
                + "The data directory " + directory
                + " is in use by another process; stop that one first, or choose another directory with -Ddata=.");
    }
}
