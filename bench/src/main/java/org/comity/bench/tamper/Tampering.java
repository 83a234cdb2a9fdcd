package org.comity.bench.tamper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.comity.proof.age.HybridIdentity;

/**
 * Changes an exported bag, and what it holds taken alone: a thread in a folder and as a ZIP,
 * its register made anew, items, log lines. Each change
 * must be refused by {@code verify}, and the refusal name a file, act or link that was touched.
 */
public final class Tampering {

    private final Random chance;
    private final TamperResult found;
    private final TamperTarget bag;
    private final TamperTarget thread;
    private final TamperTarget zip;
    private final TamperTarget items;
    private final TamperTarget lines;
    private final TamperTarget registers;

    public Tampering(ExportUnderTest export, long seed, Path work, PrintStream out) throws IOException {
        this.chance = new Random(seed);
        this.found = new TamperResult(seed, out);
        var right = ExportCopy.read(export.bag());
        var inThread = ExportCopy.below("data/thread/", right);
        var forgery = new ItemForgery(
                HybridIdentity.parse(Files.readString(export.identity()).strip()));
        var by = new Tamperer(ExportCopy.read(export.other()), forgery, chance);
        this.bag = new BagTarget(new ExportCopy(work.resolve("bag"), right), export, by, found);
        this.thread = new ThreadTarget(new ExportCopy(work.resolve("thread"), inThread), export, by, found);
        this.zip = new ZipTarget(work.resolve("thread.zip"), inThread, export, by, found);
        this.items = new ItemTarget(
                new ExportCopy(work.resolve("items"), ExportCopy.below("data/items/", right)), export, by, found);
        this.registers = new RegisterTarget(new ExportCopy(work.resolve("register"), inThread), export, by, found);
        this.lines = new LineTarget(
                new ExportCopy(work.resolve("lines"), ExportCopy.below("data/log/", right)), export, by, found);
    }

    /** @throws IllegalStateException if what was exported does not hold before anything was changed */
    public TamperResult run(int mutations) {
        for (var each : List.of(bag, thread, zip, items, lines, registers)) each.holds();
        while (found.mutations() < mutations) next().change();
        return found;
    }

    private TamperTarget next() {
        return switch (chance.nextInt(12)) {
            case 0, 1, 2, 3 -> bag;
            case 4, 5 -> thread;
            case 6 -> zip;
            case 7, 8 -> items;
            case 9, 10 -> registers;
            default -> lines;
        };
    }
}
