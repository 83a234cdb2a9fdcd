package org.comity.casework.providers;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.casework.AnsweredOrders;
import org.comity.casework.AnsweredOrders.Answered;
import org.comity.casework.KeptByProviders;
import org.comity.casework.providers.ProviderPart.Status;
import org.comity.directory.Directory;
import org.comity.ui.Language;
import org.springframework.stereotype.Component;

/**
 * Puts together what officers noted of providers and what providers answered to orders: of one provider and item the later
 * word counts, and it stands there once.
 */
@Component
class StandingItems implements KeptByProviders {

    private final ProviderRows rows;
    private final AnsweredOrders answered;
    private final Directory directory;

    StandingItems(ProviderRows rows, AnsweredOrders answered, Directory directory) {
        this.rows = rows;
        this.answered = answered;
        this.directory = directory;
    }

    /** What was noted first, then what was answered alone. */
    List<StandingItem> of(String thread) {
        return together(rows.of(thread), answered.to(thread));
    }

    static List<StandingItem> together(List<ProviderPart> noted, List<Answered> answers) {
        var standing = new ArrayList<StandingItem>();
        var shown = new HashSet<Answered>();
        var last = last(answers);
        for (var part : noted) {
            var same = last.stream().filter(it -> same(part, it)).findFirst();
            if (same.isEmpty()) {
                standing.add(new StandingItem(part, null));
            } else if (shown.add(same.get())) {
                standing.add(lastWord(noted, same.get()));
            }
        }
        last.stream()
                .filter(it -> !shown.contains(it))
                .map(it -> new StandingItem(null, it))
                .forEach(standing::add);
        return List.copyOf(standing);
    }

    private static StandingItem lastWord(List<ProviderPart> noted, Answered answer) {
        var newest = noted.stream()
                .filter(it -> same(it, answer))
                .max(comparing(ProviderPart::changedAt))
                .orElseThrow();
        boolean later = answer.answer().at().isAfter(newest.changedAt());
        return new StandingItem(newest, later ? answer : null);
    }

    /** Of several orders for one thing: that which still holds, and of these the last word. */
    private static List<Answered> last(List<Answered> answers) {
        return answers.stream()
                .filter(it -> answers.stream()
                        .filter(other -> other.by().id().equals(it.by().id())
                                && name(other.answer().item())
                                        .equals(name(it.answer().item())))
                        .max(comparing((Answered other) -> !other.over())
                                .thenComparing(other -> other.answer().at()))
                        .filter(other -> other == it)
                        .isPresent())
                .toList();
    }

    private static boolean same(ProviderPart part, Answered answered) {
        var provider = name(part.provider());
        return name(part.item()).equals(name(answered.answer().item()))
                && Stream.concat(Stream.of(answered.by().id()), answered.by().names().values().stream())
                        .anyMatch(it -> name(it).equals(provider));
    }

    private static String name(String said) {
        return said.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Noted noted(String thread) {
        var standing = of(thread);
        var zone = directory.self().zone();
        var kept =
                standing.stream().filter(it -> it.status() == Status.PRESERVED).toList();
        return new Noted(
                kept.stream().map(it -> line(it, !it.partly())).toList(),
                standing.stream()
                        .filter(it -> it.partly() || !kept.contains(it) && it.status() != Status.RELEASED)
                        .map(it -> line(it, true))
                        .toList(),
                kept.stream()
                        .map(StandingItem::since)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                kept.stream()
                        .map(it -> it.end(zone))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                kept.stream()
                        .map(StandingItem::reference)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList());
    }

    private static String line(StandingItem item, boolean whole) {
        var named = item.provider(Language.ENGLISH.tag()) + ": " + item.item();
        return whole && !item.note().isEmpty() ? "%s (%s)".formatted(named, item.note()) : named;
    }
}
