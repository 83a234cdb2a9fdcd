package org.comity.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.directory.DirectoryList;
import org.comity.directory.SignedParticipantEntry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Takes at start the first list as it was handed to the nodes, then who was admitted at the ceremony. */
@CollatesDirectory
@Component
class StartingFromCeremony implements SmartInitializingSingleton {

    private final OperatorSettings settings;
    private final CollatingSubmissions collating;
    private final Submissions submissions;
    private final PublishedLists lists;
    private final PublishingLists publishing;

    StartingFromCeremony(
            OperatorSettings settings,
            CollatingSubmissions collating,
            Submissions submissions,
            PublishedLists lists,
            PublishingLists publishing) {
        this.settings = settings;
        this.collating = collating;
        this.submissions = submissions;
        this.lists = lists;
        this.publishing = publishing;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            var first = settings.home().resolve("list.json");
            if (lists.newest().isEmpty() && Files.exists(first)) {
                lists.keep(DirectoryList.Signed.read(Files.readAllBytes(first)));
            }
            var admitted = settings.home().resolve("admitted");
            if (Files.isDirectory(admitted)) {
                admitted(admitted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publishing.publish();
    }

    private void admitted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .limit(2_000)
                    .toList()) {
                var signed = SignedParticipantEntry.read(Files.readAllBytes(file));
                var entry = signed.entry();
                boolean newcomer = submissions.admitted(entry.id()).isEmpty();
                if (newcomer) {
                    collating.admitted(signed);
                }
            }
        }
    }
}
