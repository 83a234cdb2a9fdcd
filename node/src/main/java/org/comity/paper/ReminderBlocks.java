package org.comity.paper;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Table;
import org.comity.sealing.OfficialLetter.Text;
import org.jspecify.annotations.Nullable;

/**
 * Says in a reminder how the request went, what the law says of such questions, and the dates that matter: no reproach.
 *
 * @param law that governed the request; null where it is not held here
 * @param body what the request said; null where it is not here
 * @param way how our request went; null of one that nobody wrote down
 */
record ReminderBlocks(
        LetterBlocks set,
        @Nullable ProcedureLaw law,
        @Nullable Map<String, Object> body,
        @Nullable Dispatch way) {

    private static final String NONE = "none";

    /** The paragraph by which questions on progress are answered; empty where the law has none. */
    String ref() {
        return duty("status");
    }

    List<Block> blocks() {
        var row = set.row();
        var blocks = new ArrayList<Block>();
        blocks.add(new Text(set.words()
                .to(
                        set.other().kind(),
                        set.language(),
                        set.about("letters.reminder.about", "letters.given.reminder.about"),
                        "us",
                        set.us(),
                        "them",
                        set.them(),
                        "reference",
                        row.reference(),
                        "day",
                        set.day(asked()),
                        "sent",
                        sent(),
                        "received",
                        way == null || way.receivedOn() == null ? NONE : set.day(way.receivedOn()),
                        "theirs",
                        row.theirCase().isEmpty() ? NONE : row.theirCase(),
                        "ref",
                        ref().isEmpty() ? NONE : ref())));
        var dates = dates(row);
        if (!dates.isEmpty()) {
            blocks.add(new Text(set.say("letters.reminder.dates", "n", dates.size())));
            blocks.add(new Table(List.of(set.say("letters.reminder.date"), set.say("letters.reminder.means")), dates));
        }
        blocks.add(new Text(set.say(
                set.about("letters.reminder.ask", "letters.given.reminder.ask"),
                "phone",
                set.self().phone())));
        return blocks;
    }

    private List<List<String>> dates(RequestRow row) {
        var dates = new ArrayList<List<String>>();
        var answerBy = body == null ? null : new BodyFields(body).instant("answerBy");
        if (answerBy != null) {
            dates.add(List.of(set.day(set.dayOf(answerBy)), set.say("letters.reminder.answer-by")));
        }
        if (row.until() != null) {
            var means = duty("extension");
            dates.add(List.of(
                    set.day(day(row.until())),
                    set.say("letters.reminder.until", "ref", means.isEmpty() ? NONE : means)));
        }
        return dates;
    }

    /** What is enclosed: without it nobody has to look for the request. */
    String copy() {
        return set.say(set.about("letters.enclosure.copy", "letters.given.copy"), "day", set.day(asked()));
    }

    private LocalDate asked() {
        return set.dayOf(set.row().openedAt());
    }

    private String sent() {
        if (way == null || way.channel() == null || way.day() == null || way.atSeat()) {
            return NONE;
        }
        return set.say(
                "letters.reminder.sent",
                "by",
                Objects.requireNonNull(way.channel()).name().toLowerCase(Locale.ROOT),
                "number",
                way.number().isEmpty() ? NONE : way.number(),
                "day",
                set.day(way.day()));
    }

    private String duty(String key) {
        return law == null ? "" : law.duty(key).map(ProcedureLaw.Provision::ref).orElse("");
    }

    private static LocalDate day(java.time.Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
