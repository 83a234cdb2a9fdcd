package org.comity.bench.tamper;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line of the node's log with its proof. */
final class LineTarget extends TamperTarget {

    private final ExportCopy lines;

    LineTarget(ExportCopy lines, ExportUnderTest export, Tamperer by, TamperResult found) {
        super(export, by, found);
        this.lines = lines;
    }

    @Override
    void holds() {
        for (String each : lines.right().keySet()) {
            mustHold(lines.holding(lines.right()).resolve(each), export.trusting());
        }
    }

    @Override
    void change() {
        var files = lines.right();
        var target = by.one(List.copyOf(files.keySet()));
        var change = by.one(List.of(FileChange.FLIP, FileChange.TRUNCATE, FileChange.EXTEND));
        change.of(files, target, Map.of(), by.chance());
        judge("line-" + word(change), lines.holding(files).resolve(target), export.trusting(), Set.of(target));
    }
}
