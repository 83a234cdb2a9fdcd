package org.comity.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.comity.directory.CeremonyKeys;
import org.comity.directory.DirectoryList;
import org.comity.directory.Network;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs a new list when somebody was admitted, and once a day in any case. */
@CollatesDirectory
@Component
class PublishingLists {

    private final Submissions submissions;
    private final PublishedLists lists;
    private final OperatorSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Network root;
    private final PrivateKey key;

    PublishingLists(
            Submissions submissions,
            PublishedLists lists,
            OperatorSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.submissions = submissions;
        this.lists = lists;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.root = root(settings);
        this.key = new CeremonyKeys(settings.home().resolve("keys")).key("entry");
    }

    Network root() {
        return root;
    }

    DirectoryList.Signed newest() {
        return lists.newest().orElseGet(this::publish);
    }

    @Scheduled(fixedDelayString = "${operator.renew-look:PT1H}", initialDelayString = "${operator.renew-look:PT1H}")
    void renew() {
        publish();
    }

    /** @return the list now in force: a new one if anything changed or the last is a day old */
    DirectoryList.Signed publish() {
        return transaction.execute(status -> {
            submissions.lock();
            var lines = submissions.admitted().stream()
                    .map(it -> DirectoryList.Line.of(it.signed()))
                    .toList();
            var last = lists.newest().orElse(null);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (last != null
                    && last.list().lines().equals(lines)
                    && now.isBefore(last.list().issued().plus(settings.renew()))) {
                return last;
            }
            var list = new DirectoryList(
                    root.id(),
                    last == null ? 1 : last.list().sequence() + 1,
                    last == null ? DirectoryList.NOTHING_BEFORE : last.list().hash(),
                    now,
                    now.plus(DirectoryList.VALIDITY),
                    lines);
            var signed = list.sign(key);
            lists.keep(signed);
            return signed;
        });
    }

    private static Network root(OperatorSettings settings) {
        try {
            var root = Network.read(Files.readAllBytes(settings.home().resolve("root.json")));
            if (root.practice() != settings.practice()) {
                throw new IllegalStateException("operator.practice differs from the root");
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
