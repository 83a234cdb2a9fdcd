package org.comity.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.comity.bench.BadLine.Quality;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemSealing;
import org.springframework.util.FileSystemUtils;

/** Items over lines that are thin, far and lossy, or whose receiver dies again and again. */
final class ThinLine {

    private static final String HERE = "127.0.0.1";
    private static final int KILOBYTE = 1024;
    private static final long THIN = 64_000 / 8;
    private static final Quality FAR = new Quality(512 * KILOBYTE, 1000, 5);
    private static final int FAR_KB = 24 * KILOBYTE;
    private static final Quality FLAT = new Quality(2048 * KILOBYTE, 0, 0);
    private static final int KILLED_KB_EACH = 4 * KILOBYTE;
    private static final int ACTS_AT_ONCE = 16;

    private final LinePlan plan;
    private final PrintStream out;

    ThinLine(LinePlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    ThinLineFound run() throws Exception {
        var folder = Files.createTempDirectory("bench-line");
        try {
            var keys = TransferKeys.make(folder.resolve("keys"));
            var thin = thin(folder, keys);
            double loss = far(folder, keys);
            double again = killed(folder, keys);
            var acts = new ActsAtOnce(ACTS_AT_ONCE, plan.seed(), out).run();
            var found = new ThinLineFound(
                    thin.ratio,
                    thin.toCurl,
                    thin.shaped,
                    loss,
                    again,
                    acts.ratio(),
                    acts.seconds(),
                    plan.kills(),
                    plan.seed());
            out.println(found.json());
            return found;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** @param ratio payload by what the line carries @param toCurl curl's seconds by ours */
    private record Thin(double ratio, double toCurl, boolean shaped) {}

    private Thin thin(Path folder, TransferKeys keys) throws IOException, InterruptedException {
        var payload = payload(folder, plan.kilobytes());
        long size = Files.size(payload);
        try (var space = NetworkNamespaces.shaped()) {
            try (var giver = TransferEnd.giver(space.near(), keys.folder(), payload);
                    var taker = TransferEnd.taker(space.far(), keys.folder());
                    var nginx = new Nginx(space.near(), keys, folder);
                    var line = space.line(giver.given().port(), plan.seed());
                    var other = space.line(nginx.port, plan.seed())) {
                double ours = taker.take(space.host(), line.port(), giver.given(), folder.resolve("fetched"));
                same(folder);
                var curl = nginx.curl(keys, space.host(), other.port()) + "payload -o fetched";
                double theirs = ShellCommand.run(folder, String.join(" ", space.far()) + " " + curl);
                out.println("64 kbit/s, %d KB: ours %.1f s, curl %.1f s, the line alone %.1f s"
                        .formatted(plan.kilobytes(), ours, theirs, size / (double) THIN));
                return new Thin(size / (double) THIN / ours, theirs / ours, space.real());
            }
        }
    }

    private double far(Path folder, TransferKeys keys) throws IOException, InterruptedException {
        var payload = payload(folder, FAR_KB);
        long size = Files.size(payload);
        try (var giver = TransferEnd.giver(List.of(), keys.folder(), payload);
                var taker = TransferEnd.taker(List.of(), keys.folder());
                var nginx = new Nginx(List.of(), keys, folder);
                var line = new BadLine(FAR, giver.given().port(), plan.seed());
                var other = new BadLine(FAR, nginx.port, plan.seed())) {
            double ours = taker.take(HERE, line.port(), giver.given(), folder.resolve("fetched"));
            same(folder);
            var curl = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                long from = size * i / 4;
                curl.append(nginx.curl(keys, HERE, other.port()))
                        .append("payload -r %d-%d -o part%d & ".formatted(from, size * (i + 1) / 4 - 1, i));
            }
            double theirs = ShellCommand.run(folder, curl + "wait; cat part0 part1 part2 part3 > fetched");
            same(folder);
            out.println("2 s there and back, 5 %% lost, 512 KB/s, %d KB: ours %.1f s, four curl ranges %.1f s"
                    .formatted(FAR_KB, ours, theirs));
            return theirs / ours;
        }
    }

    /** What came twice, by what a second of the line carries for each kill. */
    private double killed(Path folder, TransferKeys keys) throws IOException, InterruptedException {
        var payload = payload(folder, plan.kills() * KILLED_KB_EACH);
        long size = Files.size(payload);
        var target = folder.resolve("fetched");
        var chance = new SplittableRandom(plan.seed());
        int kills = 0;
        try (var giver = TransferEnd.giver(List.of(), keys.folder(), payload);
                var line = new BadLine(FLAT, giver.given().port(), plan.seed())) {
            for (boolean done = false; !done; ) {
                long before = line.carried.get();
                try (var taker = TransferEnd.taker(List.of(), keys.folder())) {
                    taker.begin(HERE, line.port(), giver.given(), target);
                    if (kills < plan.kills()) {
                        while (line.carried.get() < before + 20_000 && !taker.said()) Thread.sleep(5);
                        Thread.sleep(200 + chance.nextInt(1300));
                        done = taker.said();
                        taker.kill();
                        kills++;
                    } else {
                        taker.answer();
                        done = true;
                    }
                }
            }
            same(folder);
            long again = line.carried.get() - size;
            out.println("%d kills at 2 MB/s, %d KB: %d KB came twice, records and handshakes included, %d KB a kill"
                    .formatted(kills, size / KILOBYTE, again / KILOBYTE, again / KILOBYTE / kills));
            return again / ((double) kills * FLAT.bytesPerSecond());
        }
    }

    private Path payload(Path folder, int kilobytes) throws IOException {
        for (var each : List.of("payload", "segments", "fetched", "fetched.segments", "fetched.journal")) {
            Files.deleteIfExists(folder.resolve(each));
        }
        var file = folder.resolve("payload");
        var chance = new SplittableRandom(plan.seed());
        byte[] block = new byte[KILOBYTE];
        try (var to = new BufferedOutputStream(Files.newOutputStream(file));
                var sealing = ItemSealing.begin(ItemKey.fresh(), to)) {
            for (int i = 0; i < kilobytes; i++) {
                chance.nextBytes(block);
                sealing.write(block, 0, block.length);
            }
            sealing.finish();
        }
        return file;
    }

    private void same(Path folder) throws IOException, InterruptedException {
        ShellCommand.run(folder, "cmp payload fetched");
    }
}
