package org.comity.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.comity.directory.DirectoryList;
import org.comity.directory.Network;
import org.comity.directory.Operators;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs a new list when somebody was admitted, once a day in any case, and when the last bears a time to come. */
@CollatesDirectory
@Component
class PublishingLists {

    private final Submissions submissions;
    private final PublishedLists lists;
    private final OperatorSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Network root;
    private final Cosigning cosigning;

    PublishingLists(
            Submissions submissions,
            PublishedLists lists,
            Cosigning cosigning,
            OperatorSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.submissions = submissions;
        this.lists = lists;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.root = root(settings);
        this.cosigning = cosigning;
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

    /** @return the list now in force: a new one if anything changed, or the last is a day old or bears a time to come */
    DirectoryList.Signed publish() {
        return transaction.execute(status -> {
            submissions.lock();
            var lines = submissions.admitted().stream()
                    .map(it -> DirectoryList.Line.of(it.signed()))
                    .toList();
            var last = lists.newest().orElse(null);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (last != null
                    && cosigning.upToDate(last)
                    && last.list().lines().equals(lines)
                    && isCurrent(last.list(), now)) {
                return last;
            }
            var list = new DirectoryList(
                    root.id(),
                    last == null ? 1 : last.list().sequence() + 1,
                    last == null ? DirectoryList.NOTHING_BEFORE : last.list().hash(),
                    now,
                    now.plus(DirectoryList.VALIDITY),
                    lines);
            return taken(last, list);
        });
    }

    /** Where more than one must sign, the last list stays in force until they have. */
    private DirectoryList.Signed taken(DirectoryList.@Nullable Signed last, DirectoryList list) {
        var waits = cosigning.proposed().orElse(null);
        if (waits != null
                && waits.list().lines().equals(list.lines())
                && waits.list().previous().equals(list.previous())
                && isCurrent(waits.list(), list.issued())) {
            return inForce(last);
        }
        var signed = cosigning.signed(list);
        if (signed.signedFor(root)) {
            lists.keep(signed);
            return signed;
        }
        cosigning.propose(signed);
        return inForce(last);
    }

    /** A list that was signed while our clock was ahead is refused by every node until its time comes. */
    private boolean isCurrent(DirectoryList list, Instant now) {
        return now.isBefore(list.issued().plus(settings.renew())) && !list.early(now);
    }

    private static DirectoryList.Signed inForce(DirectoryList.@Nullable Signed last) {
        if (last == null) {
            throw new IllegalStateException("The first list is not signed yet. Run: comity network open");
        }
        return last;
    }

    /** Another operator signed what waits: with enough signatures it is in force. */
    DirectoryList.Signed cosign(String hash, Operators.Signature one) {
        return transaction.execute(status -> {
            submissions.lock();
            var signed = cosigning.add(hash, one);
            if (signed.signedFor(root)) {
                lists.keep(signed);
                lists.nothingWaits();
            }
            return signed;
        });
    }

    Optional<DirectoryList.Signed> proposed() {
        return cosigning.proposed();
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
