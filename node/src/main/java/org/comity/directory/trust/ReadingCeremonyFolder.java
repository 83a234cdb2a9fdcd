package org.comity.directory.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.directory.DirectoryList;
import org.comity.directory.ParticipantEntry;
import org.comity.proof.Malformed;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Reads the folder of the key ceremony at each start: our own entry, the first list, counterparts without a node. */
@Component
class ReadingCeremonyFolder implements SmartInitializingSingleton {

    private final Path folder;
    private final CurrentSnapshot pins;
    private final TakingOurEntry ours;
    private final TakingLists lists;
    private final RecordingCounterparts recording;

    ReadingCeremonyFolder(
            DirectorySettings settings,
            CurrentSnapshot pins,
            TakingOurEntry ours,
            TakingLists lists,
            RecordingCounterparts recording) {
        this.folder = settings.folder();
        this.pins = pins;
        this.ours = ours;
        this.lists = lists;
        this.recording = recording;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            ours.take();
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
