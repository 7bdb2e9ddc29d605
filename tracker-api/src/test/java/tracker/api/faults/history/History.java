package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.api.faults.history.Entry.Fault;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.StreamItem;
import tracker.api.faults.history.Entry.StreamOpened;
import tracker.api.faults.history.Entry.WriteEnded;
import tracker.api.faults.history.Entry.WriteInvoked;

/** A whole history, sorted by what its entries are about. Only a stream's entries, and the log's events, need to be in their order. */
public final class History {
    private final List<Write> writes;
    private final List<Read> reads = new ArrayList<>();
    private final Map<String, List<Entry>> streams = new LinkedHashMap<>();
    private final FinalLog log;
    private int faults;
    private int operations;

    private History(List<Entry> entries) {
        List<WriteInvoked> invoked = new ArrayList<>();
        Map<Long, WriteEnded> ended = new HashMap<>();
        List<Logged> logged = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof WriteInvoked write) {
                invoked.add(write);
                operations++;
            } else if (entry instanceof WriteEnded write) {
                ended.put(write.write(), write);
            } else if (entry instanceof Read read) {
                reads.add(read);
                operations++;
            } else if (entry instanceof StreamOpened opened) {
                stream(opened.stream()).add(opened);
                operations++;
            } else if (entry instanceof StreamItem item) {
                stream(item.stream()).add(item);
            } else if (entry instanceof Logged event) {
                logged.add(event);
            } else if (entry instanceof Fault) {
                faults++;
            }
        }
        writes = writes(invoked, ended);
        log = new FinalLog(logged);
    }

    public static History of(List<Entry> entries) {
        return new History(entries);
    }

    private List<Entry> stream(String stream) {
        return streams.computeIfAbsent(stream, unseen -> new ArrayList<>());
    }

    private static List<Write> writes(List<WriteInvoked> invoked, Map<Long, WriteEnded> ended) {
        Map<Object, List<Write.Attempt>> attempts = new LinkedHashMap<>();
        for (WriteInvoked write : invoked) {
            Object name = write.key() == null
                    ? (Object) write.write()
                    : new FinalLog.KeyOfSubject(write.subject(), write.key());
            attempts.computeIfAbsent(name, unseen -> new ArrayList<>(1))
                    .add(new Write.Attempt(write, ended.get(write.write())));
        }
        return attempts.values().stream()
                .map(same -> new Write(
                        same.get(0).invoked().subject(), same.get(0).invoked().key(), same))
                .toList();
    }

    List<Write> writes() {
        return writes;
    }

    List<Read> reads() {
        return reads;
    }

    /** For each stream its openings and items, in their order. */
    Map<String, List<Entry>> streams() {
        return streams;
    }

    FinalLog log() {
        return log;
    }

    /** How often something was broken on purpose. */
    public int faults() {
        return faults;
    }

    /** What clients asked for: writes, reads and openings of streams. */
    public int operations() {
        return operations;
    }
}
