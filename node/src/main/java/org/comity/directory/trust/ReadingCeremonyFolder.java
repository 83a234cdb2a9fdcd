package org.comity.directory.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryVersions;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.proof.Malformed;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the folder of the key ceremony at each start: our own entry, the first list, counterparts without a node. */
@Component
class ReadingCeremonyFolder implements SmartInitializingSingleton {

    private final Path folder;
    private final CurrentSnapshot pins;
    private final TakingEntries taking;
    private final TakingLists lists;
    private final RecordingCounterparts recording;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadingCeremonyFolder(
            DirectorySettings settings,
            CurrentSnapshot pins,
            TakingEntries taking,
            TakingLists lists,
            RecordingCounterparts recording,
            TransactionTemplate transaction,
            Clock clock) {
        this.folder = settings.folder();
        this.pins = pins;
        this.taking = taking;
        this.lists = lists;
        this.recording = recording;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            if (Files.exists(folder.resolve("entry.json"))) {
                ourEntry(SignedParticipantEntry.read(Files.readAllBytes(folder.resolve("entry.json"))));
            }
            if (newer()) {
                lists.take(new FolderSource(folder));
            }
            if (Files.isDirectory(folder.resolve("recorded"))) {
                recorded();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Malformed e) {
            throw new IllegalStateException("not an entry in [%s]".formatted(folder), e);
        }
    }

    private void ourEntry(SignedParticipantEntry signed) throws IOException {
        if (!signed.entry().id().equals(pins.self())) {
            throw new IllegalStateException("entry.json is not the entry of node.id " + pins.self());
        }
        var judgement = transaction.execute(status -> {
            pins.renew();
            return taking.take(
                    signed, EntryVersions.Source.OURS, true, clock.instant().plus(DirectoryList.VALIDITY));
        });
        if (judgement instanceof EntryJudgement.Refused(var reason)) {
            if (!reason.equals("older-version")) {
                throw new IllegalStateException("entry.json cannot be ours: " + reason);
            }
            // The next ceremony step starts from the version in force, which officials have written since.
            Files.write(
                    folder.resolve("entry.json"),
                    Objects.requireNonNull(pins.now().pins().get(pins.self()), pins.self())
                            .signed()
                            .json());
        }
    }

    /** The list of the ceremony lies in the folder for ever; it counts until the operator's own arrives. */
    private boolean newer() throws IOException {
        var file = folder.resolve("list.json");
        return Files.exists(file)
                && DirectoryList.Signed.read(Files.readAllBytes(file)).list().sequence()
                        > pins.now().newest().sequence();
    }

    private void recorded() throws IOException {
        try (var files = Files.list(folder.resolve("recorded"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .limit(500)
                    .toList()) {
                recording.handedOver(ParticipantEntry.read(Files.readAllBytes(file)));
            }
        }
    }
}
