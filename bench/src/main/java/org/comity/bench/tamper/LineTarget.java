package org.comity.bench.tamper;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line of the node's log with its proof. */
final class LineTarget extends Target {

    private final Copy lines;

    LineTarget(Copy lines, Export export, Tamperer by, Tampered found) {
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
        var change = by.one(List.of(Change.FLIP, Change.TRUNCATE, Change.EXTEND));
        change.of(files, target, Map.of(), by.chance());
        judge("line-" + word(change), lines.holding(files).resolve(target), export.trusting(), Set.of(target));
    }
}
