package org.comity.capacity.equipment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.capacity.ThreadWithActs;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.procedure.form.BodyFields;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Tells of equipment that was given where it stands, who keeps it up, and what each side found when it last looked. */
public record GivenItem(ThreadWithActs said) {

    private static final String IN_USE = "InUse";

    /** One line of the plan. @param until the last day that is paid; null where the plan names none that can be read */
    public record UpkeepLine(
            String what, String payer, @Nullable LocalDate until) {}

    public RequestRow row() {
        return said.row();
    }

    public boolean givenByUs() {
        return row().ourRole() == Role.REQUESTING;
    }

    public String title() {
        return said.opening().text("title");
    }

    public String activity() {
        return said.opening().text("activity");
    }

    /** It can extract or intercept data, so that its law and who oversees it are asked for. */
    public boolean reachesData() {
        return !said.opening().text("reach").equals("nothing");
    }

    /** The law and who oversees it, as they were named last. */
    public Optional<ActContent> law() {
        return said.last("name-law");
    }

    /** As it was planned last. */
    public List<UpkeepLine> upkeep() {
        return Stream.of("take", "plan")
                .flatMap(said::all)
                .max(Comparator.comparing(ActContent::at))
                .map(it -> it.rows("upkeep").stream()
                        .map(BodyFields::new)
                        .map(row -> new UpkeepLine(row.text("what"), row.text("payer"), row.day("until")))
                        .toList())
                .orElse(List.of());
    }

    /** Received and in use, and a line of the plan has run out, or there is no plan that can be read. */
    public boolean upkeepOver(LocalDate today) {
        return inUse()
                && (upkeep().isEmpty()
                        || upkeep().stream()
                                .anyMatch(it -> it.until() == null || it.until().isBefore(today)));
    }

    /** @param by {@code REQUESTING} gave it, {@code REQUESTED} uses it */
    public Optional<ActContent> lastCheck(Role by) {
        return said.all("check").filter(it -> it.by() == by).reduce((_, later) -> later);
    }

    /** The day on which this side looks again: so many days after it looked last, or after it came. */
    public Optional<LocalDate> checkDue(Role by, int days) {
        if (!inUse()) return Optional.empty();
        return lastCheck(by)
                .flatMap(it -> it.day("day"))
                .or(() -> said.last("receive").flatMap(it -> it.day("day")))
                .map(it -> it.plusDays(days));
    }

    /** This node's own side is asked to look, and has not said that it did. */
    public boolean weOweCheck(LocalDate today, int days) {
        return checkDue(row().ourRole(), days).filter(it -> !it.isAfter(today)).isPresent();
    }

    /** Both looked, and do not find the same. */
    public boolean checksDiffer() {
        var one = lastCheck(Role.REQUESTING);
        var other = lastCheck(Role.REQUESTED);
        return one.isPresent()
                && other.isPresent()
                && Stream.of("use", "asMeant")
                        .anyMatch(it -> !one.get().text(it).equals(other.get().text(it)));
    }

    public boolean inUse() {
        return row().state().equals(IN_USE);
    }
}
