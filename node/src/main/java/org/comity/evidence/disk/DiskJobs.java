package org.comity.evidence.disk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.disk.Disk.Line;
import org.comity.evidence.disk.Disk.Part;
import org.comity.evidence.disk.Disk.Step;
import org.comity.evidence.disk.Disk.Task;
import org.comity.evidence.disk.Disk.Work;
import org.comity.proof.ReadingProgress;
import org.jspecify.annotations.Nullable;

/** Runs what goes on in this process: one job a folder at a time, the last twenty remembered. */
final class DiskJobs {

    private static final int MOST = 20;
    /** So many good lines are kept, and as many bad ones: a disk from outside may have as many of either as it likes. */
    private static final int MOST_LINES = 2_000;

    private final Deque<Job> all = new ArrayDeque<>();
    private final Clock clock;

    DiskJobs(Clock clock) {
        this.clock = clock;
    }

    /** What a work tells of itself. */
    final class Job implements ReadingProgress {

        private final String folder;
        private final Task what;
        private final @Nullable String thread;
        private final Instant begun = clock.instant();
        private final List<Line> lines = new ArrayList<>();
        private int good;
        private int bad;
        private long bytes;
        private @Nullable Part part;
        private @Nullable Instant ended;

        private Job(String folder, Task what, @Nullable String thread) {
            this.folder = folder;
            this.what = what;
            this.thread = thread;
        }

        /** So many files or items are next, and so many bytes of them are read, each as often as it takes. */
        synchronized void begins(Step step, int of, long ofBytes) {
            part = new Part(step, "", 0, of, 0, ofBytes);
        }

        @Override
        public synchronized void next(String what) {
            if (part != null) part = part.at(what);
        }

        @Override
        public synchronized void read(long more) {
            bytes += more;
            if (part != null) part = part.read(more);
        }

        synchronized void good(String file, String code) {
            add(new Line(file, true, code, ""));
        }

        synchronized void good(String file, String code, String detail) {
            add(new Line(file, true, code, detail));
        }

        synchronized void bad(String file, String code, String detail) {
            add(new Line(file, false, code, detail));
        }

        /** By what is behind the room's name in its code. */
        synchronized void refused(String file, EvidenceRefused refused, String detail) {
            bad(file, refused.code().substring(refused.code().indexOf('.') + 1), detail);
        }

        private void add(Line line) {
            int before = line.good() ? good++ : bad++;
            if (before < MOST_LINES) lines.add(line);
        }

        private synchronized Work work() {
            return new Work(
                    folder,
                    what,
                    thread,
                    begun,
                    bytes,
                    part,
                    List.copyOf(lines),
                    good,
                    bad,
                    good + bad - lines.size(),
                    ended);
        }

        private synchronized boolean goesOn() {
            return ended == null;
        }

        synchronized void end() {
            ended = clock.instant();
            part = null;
        }
    }

    /** @param thread of the request that it is for; null where only the folder itself says that */
    synchronized Job begin(String folder, Task what, @Nullable String thread) {
        if (all.stream().anyMatch(it -> it.folder.equals(folder) && it.goesOn())) throw DiskRefused.busy();
        var going = new Job(folder, what, thread);
        all.addFirst(going);
        while (all.size() > MOST && !all.getLast().goesOn()) all.removeLast();
        return going;
    }

    synchronized List<Work> all() {
        return all.stream().map(Job::work).toList();
    }
}
