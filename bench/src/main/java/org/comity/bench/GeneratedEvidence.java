package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * An item larger than any disk at hand: sealed and matched as it is generated, then fetched from a port that generates it by
 * a receiver that verifies each segment and keeps none. What is small says how much memory the large one may take.
 */
final class GeneratedEvidence {

    private static final int SMALL = 64;

    /** Of what is small, before either size is measured: a process that has just begun holds little, whatever it does. */
    private static final int WARMING = 4;

    /** Megabytes: so little that what is small fills it with garbage as what is large does. */
    private static final int HEAP = 64;

    private static final double MOST_GROWTH = 1.15;

    private final EvidencePlan plan;
    private final PrintStream out;

    GeneratedEvidence(EvidencePlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * @param residentMb the most that the process which seals and matches held
     * @param transferResidentMb the most that either end of the transfer held
     */
    private record Size(
            int megabytes,
            double sealMbs,
            double matchMbs,
            double transferMbs,
            long residentMb,
            long transferResidentMb) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"mb\":%d,\"sealMBs\":%.0f,\"matchMBs\":%.0f,\"transferMBs\":%.0f,\"rssMb\":%d,\"transferRssMb\":%d}",
                    megabytes,
                    sealMbs,
                    matchMbs,
                    transferMbs,
                    residentMb,
                    transferResidentMb);
        }
    }

    /** @return whether memory stayed flat; that every byte is right, each step has verified */
    boolean run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("bench-generated");
        try {
            var keys = TransferKeys.make(folder.resolve("keys"));
            var small = size(folder, keys, SMALL);
            var large = size(folder, keys, plan.generated());
            double growth = Math.max(
                    (double) large.residentMb() / small.residentMb(),
                    (double) large.transferResidentMb() / small.transferResidentMb());
            out.println(String.format(
                    Locale.ROOT,
                    "{\"generatedMb\":%d,\"rssGrowthRatio\":%.2f,\"seed\":%d,\"sizes\":[%s,%s]}",
                    plan.generated(),
                    growth,
                    plan.seed(),
                    small.json(),
                    large.json()));
            return growth <= MOST_GROWTH;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Size size(Path folder, TransferKeys keys, int megabytes) throws IOException, InterruptedException {
        double sealed;
        double matched;
        long resident;
        try (var end = new SealingEnd(HEAP)) {
            for (int i = 0; i < WARMING; i++) {
                end.done("seal-generated", plan.seed(), SMALL);
                end.done("match-generated", plan.seed(), SMALL);
            }
            var seal = end.done("seal-generated", plan.seed(), megabytes);
            var match = end.done("match-generated", plan.seed(), megabytes);
            if (!seal.sha256().equals(match.sha256())) throw new IOException("What was matched is not what was sealed");
            sealed = seal.seconds();
            matched = match.seconds();
            resident = end.residentMb();
        }
        out.println("%d MB generated: sealed in %.1f s, matched in %.1f s".formatted(megabytes, sealed, matched));
        var place = Files.createDirectories(folder.resolve(Integer.toString(megabytes)));
        try (var giver = TransferEnd.generator(keys.folder(), place, megabytes, plan.seed(), HEAP);
                var taker = TransferEnd.taker(keys.folder(), HEAP)) {
            double fetched = taker.verify(giver.given().port(), giver.given(), place.resolve("fetched"));
            out.println("%d MB generated: fetched and verified in %.1f s".formatted(megabytes, fetched));
            return new Size(
                    megabytes,
                    megabytes / sealed,
                    megabytes / matched,
                    megabytes / fetched,
                    resident,
                    Math.max(giver.residentMb(), taker.residentMb()));
        }
    }
}
