package org.comity.directory.trust;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryVersions;
import org.comity.directory.SignedParticipantEntry;
import org.comity.proof.Malformed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies a list of the operator, fetches what is new in it, and takes all of it in one transaction. */
@Component
class TakingLists {

    private static final List<String> END_BY_THEMSELVES =
            List.of("malformed", "other-network", "foreign-signature", "operators", "rollback", "early", "expired");

    /** An operator that answers slowly is asked on at the next turn. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    /** One after the other: then nobody answers, and each would be waited for. */
    private static final int MOST_UNANSWERED = 3;

    private final CurrentSnapshot pins;
    private final KnownLists lists;
    private final KnownEntries entries;
    private final TakingEntries taking;
    private final KnownWarnings warnings;
    private final TransactionTemplate transaction;
    private final DirectorySettings settings;
    private final Clock clock;
    private volatile boolean complete;

    TakingLists(
            CurrentSnapshot pins,
            KnownLists lists,
            KnownEntries entries,
            TakingEntries taking,
            KnownWarnings warnings,
            TransactionTemplate transaction,
            DirectorySettings settings,
            Clock clock) {
        this.pins = pins;
        this.lists = lists;
        this.entries = entries;
        this.taking = taking;
        this.warnings = warnings;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the list now in force, if there is one */
    Optional<DirectoryList> take(DirectorySource source) throws IOException {
        var root = pins.network().root();
        if (root == null) {
            return Optional.empty();
        }
        var newest = pins.now().newest();
        var answer = source.list(complete ? newest.hash() : null);
        if (answer.isEmpty()) {
            return lists.newest().map(DirectoryList.Signed::list);
        }
        DirectoryList.Signed signed;
        try {
            signed = DirectoryList.Signed.read(answer.get());
        } catch (Malformed e) {
            warn("list-malformed", root.name(), Map.of("code", e.code()));
            return Optional.empty();
        }
        var refusal = ListRule.refusal(
                signed, root, newest, lists.newest().orElse(null), settings.signatures(), clock.instant());
        if (refusal != null) {
            warn(
                    "list-" + refusal,
                    root.name(),
                    Map.of("sequence", Long.toString(signed.list().sequence())));
            return Optional.empty();
        }
        END_BY_THEMSELVES.forEach(it -> warnings.settle("list-" + it, root.name()));
        keep(signed, fetched(signed.list(), source));
        return Optional.of(signed.list());
    }

    /** As many as come in the time of one turn; what does not is asked for at the next. */
    private Map<String, SignedParticipantEntry> fetched(DirectoryList list, DirectorySource source) {
        var wanted =
                new ArrayList<>(list.lines().stream().filter(this::isWanted).toList());
        // In another order each time: what is never answered keeps nothing away for ever.
        Collections.shuffle(wanted);
        var offered = new HashMap<String, SignedParticipantEntry>();
        var until = clock.instant().plus(LONGEST_TURN);
        int unanswered = 0;
        for (var line : wanted) {
            if (unanswered == MOST_UNANSWERED || clock.instant().isAfter(until)) break;
            try {
                fetched(line, source).ifPresent(it -> offered.put(line.id(), it));
                unanswered = 0;
            } catch (DirectorySource.NotReached e) {
                unanswered++;
                warnMissing(line);
            }
        }
        complete = offered.size() == wanted.size();
        return offered;
    }

    private boolean isWanted(DirectoryList.Line line) {
        var pin = pins.now().pin(line.id());
        return !line.id().equals(pins.self())
                && (pin == null || !pin.signed().entry().hash().equals(line.hash()));
    }

    private Optional<SignedParticipantEntry> fetched(DirectoryList.Line line, DirectorySource source)
            throws DirectorySource.NotReached {
        try {
            var signed = SignedParticipantEntry.read(source.entry(line.id(), line.version()));
            if (signed.entry().hash().equals(line.hash())) {
                warnings.settle("entry-missing", line.id());
                return Optional.of(signed);
            }
        } catch (DirectorySource.NotReached e) {
            throw e;
        } catch (IOException | Malformed e) {
            // the warning below says what matters: the list names an entry that cannot be had
        }
        warnMissing(line);
        return Optional.empty();
    }

    private void warnMissing(DirectoryList.Line line) {
        warn("entry-missing", line.id(), Map.of("id", line.id()));
    }

    private void keep(DirectoryList.Signed signed, Map<String, SignedParticipantEntry> offered) {
        transaction.executeWithoutResult(status -> {
            entries.lock();
            lists.keep(signed, clock.instant());
            for (var line : signed.list().lines()) {
                var entry = offered.get(line.id());
                if (entry != null) {
                    taking.take(
                            entry,
                            EntryVersions.Source.LIST,
                            true,
                            signed.list().validUntil());
                }
                confirm(line, signed.list());
            }
            pins.renew();
        });
    }

    /** The operator's word that this participant is still admitted; it says nothing of an older or other version. */
    private void confirm(DirectoryList.Line line, DirectoryList list) {
        var pin = entries.pin(line.id()).filter(it -> !it.recorded()).orElse(null);
        if (pin == null) {
            return;
        }
        var have = pin.signed().entry();
        boolean same = have.hash().equals(line.hash());
        if (line.id().equals(pins.self()) && !same && line.version() >= have.version()) {
            warn("our-entry-differs", line.id(), Map.of("version", Long.toString(line.version())));
        } else if (same || line.version() > have.version()) {
            entries.confirm(line.id(), list.validUntil());
            warnings.settle("entry-older-version", line.id());
        } else if (!line.id().equals(pins.self())) {
            warn("entry-older-version", line.id(), Map.of("id", line.id()));
        }
    }

    private void warn(String code, String subject, Map<String, String> facts) {
        warnings.raise(code, subject, facts, clock.instant());
    }
}
