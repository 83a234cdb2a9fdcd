package org.comity.sealing.ceremony;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.form.Digests;

/** Keeps in a key folder the age identities that came before its own: they open what was wrapped for them, and nothing is wrapped for them again. */
public final class EarlierIdentities {

    private static final String FOLDER = "earlier";
    private static final String IDENTITY = "age-identity";

    private EarlierIdentities() {}

    public static List<HybridIdentity> in(Path keys) {
        try {
            var found = new ArrayList<HybridIdentity>();
            for (var each : files(keys)) {
                found.add(read(each));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes over the identity of another key folder or of a recovery folder, and those that it keeps itself. Again changes nothing.
     *
     * @return how many
     */
    public static int take(Path keys, Path from) throws IOException {
        var own = read(keys.resolve(IDENTITY)).secretText();
        var taken = new ArrayList<>(List.of(read(from.resolve(IDENTITY))));
        taken.addAll(in(from));
        taken.removeIf(it -> it.secretText().equals(own));
        KeyStores.newFolder(keys.resolve(FOLDER));
        for (var each : taken) {
            var name =
                    IDENTITY + "-" + Digests.sha256(each.recipient().toString().getBytes(US_ASCII));
            KeyStores.writeSecret(keys.resolve(FOLDER).resolve(name), (each.secretText() + "\n").getBytes(US_ASCII));
        }
        return taken.size();
    }

    private static List<Path> files(Path keys) throws IOException {
        var folder = keys.resolve(FOLDER);
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(it -> !it.getFileName().toString().endsWith(".new"))
                    .sorted()
                    .toList();
        }
    }

    private static HybridIdentity read(Path file) throws IOException {
        return HybridIdentity.parse(Files.readString(file, US_ASCII).strip());
    }
}
