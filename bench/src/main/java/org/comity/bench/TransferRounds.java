package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A payload fetched from our port, every segment verified, forced to the disk; in turns with curl from nginx, forced to the
 * disk, and sha256sum of what came. Both over mutual TLS 1.3 on the loopback, from the same file.
 */
record TransferRounds(Path folder, Path payload, int rounds, PrintStream out) {

    /**
     * @param ratios of each round: their seconds by ours
     * @param seconds ours
     * @param residentMb the most that the larger of our two processes held
     */
    record Found(Percentiles ratios, Percentiles seconds, long residentMb) {}

    Found run(TransferKeys keys) throws IOException, InterruptedException {
        var ratios = new ArrayList<Double>();
        var seconds = new ArrayList<Double>();
        try (var giver = TransferEnd.giver(List.of(), keys.folder(), payload);
                var taker = TransferEnd.taker(List.of(), keys.folder());
                var nginx = new Nginx(List.of(), keys, folder)) {
            var curl = nginx.curl(keys, "127.0.0.1", nginx.port) + payload.getFileName();
            // Once before, as a node that has been up for a while.
            ours(giver, taker);
            theirs(curl);
            for (int round = 0; round < rounds; round++) {
                boolean first = round % 2 == 0;
                double ours = first ? ours(giver, taker) : 0;
                double theirs = theirs(curl);
                if (!first) ours = ours(giver, taker);
                ratios.add(theirs / ours);
                seconds.add(ours);
                out.println("round %d: fetched and verified in %.2f s, curl and sha256sum %.2f s, ratio %.2f"
                        .formatted(round + 1, ours, theirs, theirs / ours));
            }
            return new Found(
                    Percentiles.of(ratios), Percentiles.of(seconds), Math.max(giver.residentMb(), taker.residentMb()));
        }
    }

    private double ours(TransferEnd giver, TransferEnd taker) throws IOException, InterruptedException {
        var target = folder.resolve("fetched");
        try {
            double seconds = taker.take("127.0.0.1", giver.given().port(), giver.given(), target);
            ShellCommand.run(folder, "cmp fetched payload");
            return seconds;
        } finally {
            for (var each : List.of("fetched", "fetched.segments", "fetched.journal")) {
                Files.deleteIfExists(folder.resolve(each));
            }
        }
    }

    private double theirs(String curl) throws IOException, InterruptedException {
        try {
            return ShellCommand.run(folder, curl + " -o fetched && sync fetched && sha256sum fetched");
        } finally {
            Files.deleteIfExists(folder.resolve("fetched"));
        }
    }
}
