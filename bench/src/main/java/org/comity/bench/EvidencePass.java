package org.comity.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemMatching;
import org.comity.proof.item.ItemSealing;

/**
 * The process that is measured: seals and matches files, or what is generated, as it is told, a line each, and answers with nanoseconds and the
 * plain SHA-256. It lives on between rounds, as a node does.
 */
final class EvidencePass {

    private static final int BUFFER = 1 << 18;

    private final ItemKey key = ItemKey.fresh();

    private EvidencePass() {}

    public static void main(String[] arguments) throws IOException {
        var pass = new EvidencePass();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var words = line.split("\t");
            long start = System.nanoTime();
            var hash = switch (words[0]) {
                case "seal" -> pass.seal(Files.newInputStream(Path.of(words[1])), OutputStream.nullOutputStream());
                case "keep" -> pass.keep(Path.of(words[1]), Path.of(words[2]));
                case "match" -> match(Files.newInputStream(Path.of(words[1])), pass.key);
                case "seal-generated" -> pass.seal(generated(words).content(), OutputStream.nullOutputStream());
                case "match-generated" -> {
                    var made = generated(words);
                    yield match(Channels.newInputStream(made.payload()), made.key());
                }
                default -> throw new IllegalArgumentException(words[0]);
            };
            System.out.println((System.nanoTime() - start) + "\t" + hash);
            System.out.flush();
        }
    }

    private static GeneratedItem generated(String[] words) {
        return GeneratedItem.of(Long.parseLong(words[1]), Integer.parseInt(words[2]));
    }

    private String seal(InputStream plain, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (var in = plain;
                var sealing = ItemSealing.begin(key, out)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sealing.write(buffer, 0, n);
            }
            return sealing.finish().plain().sha256();
        }
    }

    private String keep(Path file, Path payload) throws IOException {
        try (var out = FileChannel.open(payload, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var hash = seal(Files.newInputStream(file), Channels.newOutputStream(out));
            out.force(true);
            return hash;
        }
    }

    private static String match(InputStream payload, ItemKey key) throws IOException {
        try (var in = new BufferedInputStream(payload, BUFFER)) {
            var plain = ItemMatching.read(in, key).plain();
            return plain == null ? "broken" : plain.sha256();
        }
    }
}
