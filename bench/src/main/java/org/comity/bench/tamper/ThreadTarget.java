package org.comity.bench.tamper;

import java.util.List;
import java.util.SequencedMap;

/** A thread in a folder of its own. */
final class ThreadTarget extends TamperTarget {

    private final ExportCopy thread;

    ThreadTarget(ExportCopy thread, ExportUnderTest export, Tamperer by, TamperResult found) {
        super(export, by, found);
        this.thread = thread;
    }

    @Override
    void holds() {
        mustHold(thread.holding(thread.right()), export.trusting());
    }

    @Override
    void change() {
        var files = thread.right();
        var change = by.change();
        var target = by.one(List.copyOf(files.keySet()));
        // That the end of a register was left out, a thread alone cannot show (rule R37); a bag can.
        if ((change == FileChange.DROP || change == FileChange.RENAME) && target.equals(lastEntry(files))) return;
        var touched = change.of(files, target, ExportCopy.below("data/thread/", by.other()), by.chance());
        if (!touched.isEmpty()) judge("thread-" + word(change), thread.holding(files), export.trusting(), touched);
    }

    static String lastEntry(SequencedMap<String, byte[]> thread) {
        return thread.keySet().stream()
                .filter(it -> it.startsWith("register/"))
                .max(String::compareTo)
                .orElseThrow();
    }
}
