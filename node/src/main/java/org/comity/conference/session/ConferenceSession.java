package org.comity.conference.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.conference.TypedPaper;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.jspecify.annotations.Nullable;

/**
 * One session, of the Conference or of what prepares it.
 *
 * @param key in addresses, e.g. {@code prac-3}
 * @param delegationsBy by when delegations are asked for; null: no day is set
 */
public record ConferenceSession(
        long id,
        String key,
        String title,
        String place,
        LocalDate begins,
        LocalDate ends,
        boolean everybody,
        @Nullable LocalDate delegationsBy) {

    private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);

    /** The latest day that has begun anywhere on earth: where a session is held, it may be another one than in UTC. */
    static LocalDate newestDay(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), FIRST_TO_BEGIN_A_DAY);
    }

    /** The day that ends last anywhere on earth. */
    static LocalDate oldestDay(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), LAST_TO_END_A_DAY);
    }

    /** What the form that corrects it carries. */
    String mark() {
        return SeenMark.of(title, place, begins.toString(), ends.toString(), String.valueOf(delegationsBy));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(begins) && !day.isAfter(ends);
    }

    /** Whether the typed day, where there is one, lies in it. */
    FormProblems within(TypedPaper form, FormProblems found) {
        return within(form, "day", found);
    }

    FormProblems within(TypedPaper form, String field, FormProblems found) {
        return form.day(field).filter(it -> !holds(it)).isEmpty()
                        || found.at(field).isPresent()
                ? found
                : found.with(field, "conference.problem.outside", "from", begins.toString(), "to", ends.toString());
    }

    /**
     * @param day on which it is taken up; null: not set
     * @param articles of the Convention that it is about
     */
    public record Item(int number, String title, @Nullable LocalDate day, List<String> articles) {

        /** What the form that changes it carries. */
        String mark() {
            var on = day == null ? "" : day.toString();
            return SeenMark.of(Integer.toString(number), title, on, String.join(",", articles));
        }
    }

    /** An item with the session on whose agenda it stands. */
    public record Placed(ConferenceSession session, Item item) {}

    /**
     * A document under its symbol.
     *
     * @param item null: of the session as a whole
     * @param original language in which it was written
     * @param articles of the Convention that it is about
     * @param files those that are there
     */
    public record Paper(
            long id,
            String session,
            @Nullable Integer item,
            String symbol,
            String title,
            String original,
            boolean everybody,
            LocalDate registeredOn,
            List<String> articles,
            List<PaperFile> files) {

        /** The file in this language; null: it is still to come. */
        public @Nullable PaperFile in(String language) {
            return files.stream()
                    .filter(it -> it.language().equals(language))
                    .findFirst()
                    .orElse(null);
        }

        /** As a file of it is saved. */
        String named(PaperFile file) {
            return "%s-%s.%s".formatted(symbol.replace('/', '_'), file.language(), file.extension());
        }
    }

    public record PaperFile(String language, String type, int size, String sha256) {

        public String extension() {
            return type.equals("application/pdf") ? "pdf" : "docx";
        }
    }

    /** @param deliveredOn null: held until it is delivered, and seen by the secretary alone */
    public record Statement(
            long id,
            int item,
            String voice,
            String language,
            String words,
            boolean everybody,
            @Nullable LocalDate deliveredOn) {

        /** Where the day on which it was delivered is typed. */
        public String dayField() {
            return dayField(id);
        }

        static String dayField(long id) {
            return "day-" + id;
        }
    }

    /** In which order speakers of one item come: groups first, then States, then other bodies, each as they asked. */
    public enum Speaks {
        GROUP,
        STATE,
        BODY
    }

    public record Speaker(long id, int item, String voice, Speaks speaks, String ended) {}

    /** @param form {@code original}, {@code copy} or {@code note} */
    public record Credential(long id, String voice, String form, String issuedBy, LocalDate receivedOn) {

        /** Where it is typed why this one is struck. */
        public String whyField() {
            return whyField(id);
        }

        static String whyField(long id) {
            return "why-" + id;
        }

        boolean says(Credential other) {
            return voice.equals(other.voice)
                    && form.equals(other.form)
                    && issuedBy.equals(other.issuedBy)
                    && receivedOn.equals(other.receivedOn);
        }
    }

    /** One that was recorded wrongly. @param why in the words of who struck it */
    public record StruckCredential(Credential credential, LocalDate on, String why) {}
}
