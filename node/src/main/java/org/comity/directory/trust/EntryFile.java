package org.comity.directory.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.comity.directory.SignedParticipantEntry;
import org.comity.proof.Malformed;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code entry.json} in the folder of the key ceremony, from which the next version is signed there, in step with our
 * entry in force.
 */
@Component
class EntryFile {

    static final String ASIDE = "entry-not-taken.json";

    private final Path file;

    EntryFile(DirectorySettings settings) {
        this.file = settings.folder().resolve("entry.json");
    }

    /** @throws Malformed if it holds something else */
    Optional<SignedParticipantEntry> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(SignedParticipantEntry.read(Files.readAllBytes(file)))
                : Optional.empty();
    }

    /** Whole or not at all. */
    void write(SignedParticipantEntry signed) throws IOException {
        Files.createDirectories(file.getParent());
        var whole = file.resolveSibling("entry.json.new");
        Files.write(whole, signed.json());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the ceremony signed meanwhile is not overwritten: the next start judges it. */
    void follow(SignedParticipantEntry signed) throws IOException {
        if (read().map(it -> it.entry().hash().equals(signed.entry().previous()))
                .orElse(true)) {
            write(signed);
        }
    }

    void layAside() throws IOException {
        Files.move(file, file.resolveSibling(ASIDE), StandardCopyOption.REPLACE_EXISTING);
    }
}
