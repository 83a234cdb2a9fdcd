package org.comity.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger.Search;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what oversight types, a reference or a name, in the log, which knows threads, acts, items and officials.
 */
@Component
class FindingOnRecord {

    private final Requests requests;
    private final Threads threads;
    private final Evidence evidence;
    private final ItemsOfThread items;
    private final Officials officials;
    private final Directory directory;
    private final Compartments compartments;

    FindingOnRecord(
            Requests requests,
            Threads threads,
            Evidence evidence,
            ItemsOfThread items,
            Officials officials,
            Directory directory,
            Compartments compartments) {
        this.requests = requests;
        this.threads = threads;
        this.evidence = evidence;
        this.items = items;
        this.officials = officials;
        this.directory = directory;
        this.compartments = compartments;
    }

    Search sought(OversightSearch looked, Official by) {
        var day = day(looked.day());
        var zone = directory.self().zone();
        var person = looked.about().isEmpty() ? null : person(looked.about()).orElse(null);
        return new Search(
                looked.about().isEmpty() ? null : person == null ? subjects(looked.about(), by) : List.of(person),
                person,
                looked.official().isEmpty() ? null : person(looked.official()).orElse(looked.official()),
                RecordKind.of(looked.kind())
                        .map(RecordKind::whats)
                        .orElse(looked.kind().isEmpty() ? List.of() : List.of(looked.kind())),
                day == null ? null : day.atStartOfDay(zone).toInstant(),
                day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** A request is its thread, the acts in it and the items that belong to it; else it is what was typed. */
    private List<String> subjects(String typed, Official by) {
        var thread = requests.find(typed, by.id())
                .or(() -> requests.ofThread(typed).filter(it -> !compartments.hides(it.thread(), by)))
                .map(it -> it.thread());
        if (thread.isEmpty()) {
            return item(typed).map(FindingOnRecord::names).orElse(List.of(typed));
        }
        var subjects = new ArrayList<String>();
        subjects.add(thread.get());
        subjects.addAll(threads.actIds(thread.get()));
        items.every(thread.get(), it -> {
            subjects.addAll(names(it));
            if (subjects.size() > Search.MOST_SUBJECTS) throw new TooMany(typed);
        });
        return subjects;
    }

    private Optional<Item> item(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? evidence.item(UUID.fromString(typed))
                : Optional.empty();
    }

    private static List<String> names(Item item) {
        var names = new ArrayList<String>();
        names.add(item.id().toString());
        item.manifest().ifPresent(it -> names.add(it.sha256()));
        return names;
    }

    /** By id, also of who has left; by name, of who is here. */
    private Optional<String> person(String typed) {
        return officials.find(typed).or(() -> named(typed)).map(Official::id);
    }

    private Optional<Official> named(String typed) {
        return Arrays.stream(Duty.values())
                .flatMap(it -> officials.holding(it).stream())
                .filter(it -> it.name().equalsIgnoreCase(typed))
                .findFirst();
    }

    private static @Nullable LocalDate day(String typed) {
        return typed.isEmpty() ? null : TypedText.day(typed).orElseThrow(() -> new NoDay(typed));
    }

    static final class TooMany extends RuleBroken {
        TooMany(String typed) {
            super("oversight.too-many", Map.of("reference", typed));
        }
    }

    static final class NoDay extends RuleBroken {
        NoDay(String typed) {
            super("oversight.no-day", Map.of("day", typed));
        }
    }
}
