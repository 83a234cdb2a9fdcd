package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.util.FileSystemUtils;

/**
 * Measures sealing, matching and fetching against {@code age}, {@code sha256sum} and {@code curl} on the same file, in turns. Ours does more: the hash of the plain whole, the encryption and the tree in one pass; theirs is a pipe of two programs. Neither writes what it makes when it is timed; that a payload on the disk costs the disk, {@code toDiskMBs} says.
 */
final class EvidenceBench {

    private static final int MEGABYTE = 1 << 20;

    private final EvidencePlan plan;
    private final PrintStream out;

    EvidenceBench(EvidencePlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    EvidenceResult run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("bench-evidence");
        try {
            shell(folder, "age-keygen -o id 2>/dev/null && age-keygen -y id > recipient");
            var keys = TransferKeys.make(folder.resolve("keys"));
            var sizes = new ArrayList<EvidenceResult.Size>();
            for (int each : plan.megabytes()) sizes.add(size(folder, each, keys));
            var found = new EvidenceResult(sizes, plan.seed());
            out.println(found.json());
            return found;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private EvidenceResult.Size size(Path folder, int megabytes, TransferKeys keys)
            throws IOException, InterruptedException {
        var plain = random(folder.resolve("plain"), megabytes);
        shell(folder, "age -r \"$(cat recipient)\" -o theirs.age plain");
        var seals = new ArrayList<Double>();
        var matches = new ArrayList<Double>();
        var sealSeconds = new ArrayList<Double>();
        var matchSeconds = new ArrayList<Double>();
        try (var pass = new SealingEnd(TransferEnd.HEAP)) {
            var right = shell(folder, "sha256sum < plain").text().substring(0, 64);
            var payload = folder.resolve("payload");
            double kept = pass.seconds(right, "keep", plain, payload);
            pass.seconds(right, "match", payload);
            for (int round = 0; round < plan.rounds(); round++) {
                boolean oursFirst = round % 2 == 0;
                double ours = oursFirst ? pass.seconds(right, "seal", plain) : 0;
                double theirs = shell(folder, "age -r \"$(cat recipient)\" plain | sha256sum")
                        .seconds();
                if (!oursFirst) ours = pass.seconds(right, "seal", plain);
                double matched = oursFirst ? pass.seconds(right, "match", payload) : 0;
                double opened =
                        shell(folder, "age -d -i id theirs.age | sha256sum").seconds();
                if (!oursFirst) matched = pass.seconds(right, "match", payload);
                seals.add(theirs / ours);
                matches.add(opened / matched);
                sealSeconds.add(ours);
                matchSeconds.add(matched);
                out.println(
                        "%d MB, round %d: sealed in %.2f s, age | sha256sum %.2f s, ratio %.2f; matched in %.2f s, age -d | sha256sum %.2f s, ratio %.2f"
                                .formatted(
                                        megabytes,
                                        round + 1,
                                        ours,
                                        theirs,
                                        theirs / ours,
                                        matched,
                                        opened,
                                        opened / matched));
            }
            for (var each : List.of("plain", "theirs.age")) Files.delete(folder.resolve(each));
            var fetched = new TransferRounds(folder, payload, plan.rounds(), out).run(keys);
            return new EvidenceResult.Size(
                    megabytes,
                    Percentiles.of(seals),
                    Percentiles.of(matches),
                    megabytes / Percentiles.of(sealSeconds).median(),
                    megabytes / Percentiles.of(matchSeconds).median(),
                    megabytes / kept,
                    pass.residentMb(),
                    fetched.ratios(),
                    megabytes / fetched.seconds().median(),
                    fetched.residentMb());
        } finally {
            for (var each : List.of("plain", "payload", "theirs.age")) Files.deleteIfExists(folder.resolve(each));
        }
    }

    private Path random(Path file, int megabytes) throws IOException {
        var chance = new SplittableRandom(plan.seed());
        byte[] block = new byte[MEGABYTE];
        try (var to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < megabytes; i++) {
                chance.nextBytes(block);
                for (var bytes = ByteBuffer.wrap(block); bytes.hasRemaining(); ) to.write(bytes);
            }
            to.force(true);
        }
        return file;
    }

    private record Ran(double seconds, String text) {}

    private static Ran shell(Path folder, String command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process = new ProcessBuilder("bash", "-o", "pipefail", "-c", command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var text = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command);
        }
        return new Ran((System.nanoTime() - start) / 1e9, text);
    }
}
