package org.comity.capacity.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.capacity.AgreedMatches.HelpMatch;
import org.comity.capacity.ThreadWithActs;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;

/** Tells of one side of an activity what its own thread says. */
public record ActivitySide(ThreadWithActs said) {

    static final String RECIPIENT = "recipient";
    static final String PROVIDER = "provider";
    /** The act that gives the name. */
    static final String NAMING = "take-up";

    static final String EVERYBODY = "everybody";

    /** Of a state in which nothing is published: only one side spoke, or it was taken back. */
    private static final List<String> NOT_UNDER_WAY = List.of("Begun", "Withdrawn", "SetAside");

    public RequestRow row() {
        return said.row();
    }

    List<ActContent> acts() {
        return said.acts();
    }

    ActContent opening() {
        return said.opening();
    }

    /** {@code recipient}, {@code provider} or {@code partner}. */
    public String part() {
        return opening().text("part");
    }

    public String title() {
        return opening().text("title");
    }

    /** Which match it is, as this side tells it: round, need and offer. */
    HelpMatch match() {
        return new HelpMatch(
                opening().text("round"), opening().text("need"), opening().text("offer"));
    }

    /** The name that the Secretariat gave to both sides' threads; empty before. */
    String name() {
        return last(NAMING).map(it -> it.text("activity")).orElse("");
    }

    Optional<LocalDate> began() {
        return last("start").flatMap(it -> it.day("day"));
    }

    Optional<LocalDate> over() {
        return last("end").flatMap(it -> it.day("day"));
    }

    /** As planned last: what a later plan leaves out stays. */
    Optional<LocalDate> planned(String key) {
        return acts().stream()
                .filter(it -> it.type().equals("submit") || it.type().equals("plan"))
                .flatMap(it -> it.day(key).stream())
                .reduce((_, later) -> later);
    }

    boolean underWay() {
        return !NOT_UNDER_WAY.contains(row().state());
    }

    Optional<ActContent> last(String type) {
        return said.last(type);
    }

    /** What was said of this time, last. */
    Optional<ActContent> last(String type, String after) {
        return said.all(type).filter(it -> it.text("after").equals(after)).reduce((_, later) -> later);
    }
}
