package org.comity.capacity.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.capacity.MoneyOfCurrency;
import org.comity.procedure.form.ActContent;
import org.jspecify.annotations.Nullable;

/**
 * One activity with all its sides, as far as this node holds them. What one side says never replaces what the other says.
 *
 * @param name empty as long as the sides were not put together
 */
public record SharedActivity(String name, List<ActivitySide> sides) {

    /** What one side says; null where it said nothing that is here. */
    public record Voice(String part, @Nullable ActContent said, boolean handedOn) {}

    /**
     * One of the times after which it is asked what came of it.
     *
     * @param due the day on which it is; null as long as it has not started
     */
    public record FollowUpLine(FollowUpTime time, @Nullable LocalDate due, boolean passed, List<Voice> voices) {}

    public SharedActivity {
        sides = List.copyOf(sides);
    }

    public String title() {
        return sides.getFirst().title();
    }

    Optional<ActivitySide> side(String part) {
        return sides.stream().filter(it -> it.part().equals(part)).findFirst();
    }

    /** The first day that any side told. */
    public Optional<LocalDate> began() {
        return sides.stream().flatMap(it -> it.began().stream()).min(Comparator.naturalOrder());
    }

    /** Of both sides, in their own words. */
    public List<Voice> reports() {
        return voices("report", "");
    }

    /** Both reported, and say that the same came of it. */
    public boolean reportsAgree() {
        var said = reports().stream().map(Voice::said).toList();
        return said.stream().allMatch(it -> it != null)
                && said.stream()
                                .map(it -> it == null ? "" : it.text("result"))
                                .distinct()
                                .count()
                        == 1;
    }

    public boolean bothReported() {
        return reports().stream().allMatch(it -> it.said() != null);
    }

    public List<FollowUpLine> followUps(LocalDate today) {
        var began = began();
        return FollowUpTime.all().stream()
                .map(time -> {
                    var due = began.map(it -> it.plusDays(time.days())).orElse(null);
                    return new FollowUpLine(
                            time, due, due != null && !due.isAfter(today), voices("follow-up", time.after()));
                })
                .toList();
    }

    /** How often this node's own side is asked and has not said it. */
    int ownDue(LocalDate today) {
        return (int) followUps(today).stream()
                .filter(FollowUpLine::passed)
                .flatMap(line -> sides.stream()
                        .filter(it -> it.last("follow-up", line.time().after()).isEmpty()))
                .count();
    }

    /** What one side said last and the other side's thread does not hold yet. */
    public List<ActContent> toHandOn() {
        var waiting = new ArrayList<ActContent>();
        for (var from : List.of(ActivitySide.RECIPIENT, ActivitySide.PROVIDER)) {
            var speaks = side(from);
            var hears = side(from.equals(ActivitySide.RECIPIENT) ? ActivitySide.PROVIDER : ActivitySide.RECIPIENT);
            if (speaks.isEmpty() || hears.isEmpty()) continue;
            var report = speaks.get().last("report");
            if (hears.get().last("other-report").isEmpty()) report.ifPresent(waiting::add);
            for (var time : FollowUpTime.all()) {
                var handedOn = hears.get().last("other-follow-up", time.after());
                speaks.get()
                        .last("follow-up", time.after())
                        .filter(it -> handedOn.isEmpty()
                                || it.at().isAfter(handedOn.get().at()))
                        .ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    /**
     * What was pledged, paid and received, by currency; amounts of two currencies are in no sum together. What the provider agreed
     * to at the beginning is pledged, too.
     */
    public Map<String, MoneyOfCurrency> money() {
        Map<String, MoneyOfCurrency> all = new TreeMap<>();
        for (var side : sides) {
            for (var act : side.acts()) {
                var kind = switch (act.type()) {
                    case "submit" -> side.part().equals(ActivitySide.PROVIDER) ? "pledged" : "";
                    case "pledge" -> "pledged";
                    case "pay" -> act.text("direction");
                    default -> "";
                };
                if (kind.isEmpty()) continue;
                for (var row : act.rows(act.type().equals("submit") ? "funds" : "amounts")) {
                    var amount = MoneyOfCurrency.amount(row);
                    if (amount == null) continue;
                    all.merge(amount.currency(), MoneyOfCurrency.of(kind, amount), MoneyOfCurrency::and);
                }
            }
        }
        return all;
    }

    /** Where a side has its thread here, it speaks itself; else its words are those that were handed on. */
    private List<Voice> voices(String type, String after) {
        return Stream.of(ActivitySide.RECIPIENT, ActivitySide.PROVIDER)
                .map(part -> {
                    var own = side(part);
                    var said = own.isPresent()
                            ? said(own.get(), type, after)
                            : sides.stream()
                                    .flatMap(it -> said(it, "other-" + type, after).stream())
                                    .findFirst();
                    return new Voice(part, said.orElse(null), own.isEmpty());
                })
                .toList();
    }

    private static Optional<ActContent> said(ActivitySide side, String type, String after) {
        return after.isEmpty() ? side.last(type) : side.last(type, after);
    }
}
