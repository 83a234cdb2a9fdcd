package org.comity.bench.tamper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks a part of an export as it is, then changed again and again. */
abstract class TamperTarget {

    final ExportUnderTest export;
    final Tamperer by;
    final TamperResult found;

    TamperTarget(ExportUnderTest export, Tamperer by, TamperResult found) {
        this.export = export;
        this.by = by;
        this.found = found;
    }

    /** @throws IllegalStateException if it does not hold before anything was changed */
    abstract void holds();

    /** Changes it in one way, and has that checked. */
    abstract void change();

    final void judge(String kind, Path path, List<String> arguments, Set<String> touched) {
        found.judge(kind, VerifierAnswer.of(path, arguments), touched);
    }

    static void mustHold(Path path, List<String> arguments) {
        var judgement = VerifierAnswer.of(path, arguments);
        if (!judgement.holds()) {
            throw new IllegalStateException("%s does not hold before it is changed: %s".formatted(path, judgement));
        }
    }

    static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
