package org.comity.directory.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.NotedRange;
import org.comity.directory.ProviderRanges;
import org.comity.directory.RangeChanges;
import org.comity.directory.RangeChanges.Change;
import org.comity.directory.RangeChanges.WrongRow;
import org.comity.directory.WhoseAddress;
import org.comity.directory.kept.RangeSheet.Away;
import org.comity.directory.kept.RangeSheet.Row;
import org.comity.directory.trust.DecidingOfficers;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes ranges to providers after an officer has seen what that changes, and finds the narrowest one that holds an identifier. */
@Component
class KeepingRanges implements ProviderRanges {

    /** Ranges of a page. */
    private static final int PAGE = 100;

    private final RangeRows rows;
    private final SpecialRanges special;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    KeepingRanges(RangeRows rows, SpecialRanges special, Directory directory, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.special = special;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<WhoseAddress> whose(Collection<String> identifiers) {
        var asked = new LinkedHashMap<String, RangeText>();
        identifiers.stream()
                .distinct()
                .limit(MOST_ASKED)
                .forEach(it -> RangeText.sought(it).ifPresent(range -> asked.put(it, range)));
        var none = new HashMap<RangeText, WhoseAddress.Special>();
        asked.values().forEach(it -> special.of(it).ifPresent(why -> none.put(it, why)));
        var noted = rows.holding(asked.values().stream()
                .filter(it -> !none.containsKey(it))
                .distinct()
                .toList());
        return asked.entrySet().stream()
                .map(it -> new WhoseAddress(it.getKey(), noted.get(it.getValue().key()), none.get(it.getValue())))
                .toList();
    }

    @Override
    public ListPage<NotedRange> of(String provider, long after) {
        return ListPage.of(rows.of(provider, after, PAGE + 1), PAGE);
    }

    @Override
    public String rows(byte[] file) {
        return RangeSheet.text(file);
    }

    @Override
    public String file(String provider) {
        return RangeSheet.file(rows.of(provider, 0, MOST_OF_ONE).stream());
    }

    @Override
    public RangeChanges look(String provider, TypedRanges typed) {
        return changes(provider, typed, read(provider, typed), false);
    }

    @Override
    @Transactional
    public RangeChanges take(String provider, TypedRanges typed, String shown, Official by) {
        DecidingOfficers.mayDecide(by);
        rows.lock();
        var sheet = read(provider, typed);
        var changes = changes(provider, typed, sheet, true);
        if (!changes.taken() || !changes.digest().equals(shown)) return changes(provider, typed, sheet, false);
        rows.put(provider, sheet.rows(), by.id(), clock.instant());
        rows.remove(
                provider,
                gone(provider, typed, sheet).stream().map(NotedRange::id).toList());
        ledger.record(
                by,
                "directory.ranges-noted",
                provider,
                Map.of(
                        "added", Integer.toString(changes.added().size()),
                        "changed", Integer.toString(changes.changed().size()),
                        "gone", Integer.toString(changes.allGone())));
        return changes;
    }

    private RangeSheet.Sheet read(String provider, TypedRanges typed) {
        ProviderRefused.provider(directory, provider);
        return new RangeSheet(special, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).read(typed);
    }

    private RangeChanges changes(String provider, TypedRanges typed, RangeSheet.Sheet sheet, boolean take) {
        var noted = rows.noted(sheet.rows().stream().map(Row::range).toList());
        var added = new ArrayList<NotedRange>();
        var changed = new ArrayList<Change>();
        int same = 0;
        for (var row : sheet.rows()) {
            var before = noted.get(row.range());
            var after = new NotedRange(
                    0,
                    provider,
                    row.range().kind(),
                    before == null ? row.range().key() : before.shown(),
                    row.source(),
                    row.day());
            if (before == null) added.add(after);
            else if (same(before, after)) same++;
            else changed.add(new Change(before, after));
        }
        var wrong = new ArrayList<>(sheet.wrong());
        notNoted(provider, sheet).forEach(wrong::add);
        int count = rows.count(provider, MOST_OF_ONE);
        // What is brought in several files must not take away with each what the others bring.
        boolean part = typed.all() && count > MOST_ROWS;
        if (part) wrong.addFirst(new WrongRow(0, "", "all-of-many", ""));
        var gone = part ? List.<NotedRange>of() : gone(provider, typed, sheet);
        long moved = changed.stream()
                .filter(it -> !it.before().provider().equals(provider))
                .count();
        if (added.size() + moved - gone.size() > MOST_OF_ONE - count) {
            wrong.addFirst(new WrongRow(0, "", "too-many-of-one", ""));
        }
        return new RangeChanges(
                List.copyOf(added),
                List.copyOf(changed),
                same,
                ListPage.of(gone, PAGE),
                gone.size(),
                List.copyOf(wrong),
                digest(added, changed, gone),
                take && wrong.isEmpty());
    }

    private static boolean same(NotedRange before, NotedRange after) {
        return before.provider().equals(after.provider())
                && before.source().equals(after.source())
                && before.day().equals(after.day());
    }

    /** Those of the provider that are to be taken away, and where all were brought those that are not among them. */
    private List<NotedRange> gone(String provider, TypedRanges typed, RangeSheet.Sheet sheet) {
        if (!typed.all()) return sorted(toTakeAway(provider, sheet).values());
        var left = new LinkedHashMap<>(rows.all(provider, MOST_OF_ONE));
        sheet.rows().forEach(it -> left.remove(it.range()));
        return sorted(left.values());
    }

    private static List<NotedRange> sorted(Collection<NotedRange> ranges) {
        return ranges.stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    private Map<RangeText, NotedRange> toTakeAway(String provider, RangeSheet.Sheet sheet) {
        if (sheet.away().isEmpty()) return Map.of();
        var noted = rows.noted(sheet.away().stream().map(Away::range).toList());
        noted.values().removeIf(it -> !it.provider().equals(provider));
        return noted;
    }

    private Stream<WrongRow> notNoted(String provider, RangeSheet.Sheet sheet) {
        var noted = toTakeAway(provider, sheet);
        return sheet.away().stream()
                .filter(it -> !noted.containsKey(it.range()))
                .map(it -> new WrongRow(it.row(), it.range().key(), "not-noted", ""));
    }

    private static String digest(List<NotedRange> added, List<Change> changed, List<NotedRange> gone) {
        var text = new StringBuilder();
        Stream.of(added, changed, gone).forEach(list -> {
            list.forEach(it -> text.append(it).append('\n'));
            text.append('\n');
        });
        return Digests.sha256(text.toString().getBytes(UTF_8));
    }
}
