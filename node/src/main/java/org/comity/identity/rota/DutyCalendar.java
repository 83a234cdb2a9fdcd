package org.comity.identity.rota;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Uid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/**
 * Writes one officer's own shifts as RFC 5545: times in UTC, one event for each day, under the same UID for life. What the
 * officer had and has no more is in it as cancelled, so that a file taken in later clears it. No name, and nothing of a case.
 */
@Component
class DutyCalendar {

    static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

    private static final Duration AHEAD = Duration.ofDays(84);

    /** Whoever takes a file in each quarter learns of all that was taken out, ended or undone. */
    private static final Duration TAKEN_OUT = Duration.ofDays(90);

    private final RotaRows rows;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    DutyCalendar(RotaRows rows, Directory directory, Words words, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    String of(Official officer, Language language) {
        var now = clock.instant();
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Comity//node//" + language.tag().toUpperCase(Locale.ROOT));
        calendar.setMethod(Method.PUBLISH);
        calendar.setTimezoneInfo(new TimezoneInfo());
        var zone = directory.self().zone();
        var since = LocalDate.ofInstant(now, zone).minusDays(1);
        var standing = rows.shifts(since).stream().collect(Collectors.toMap(DutyShift::id, Function.identity()));
        var ever = new HashMap<>(standing);
        rows.takenOutSince(now.minus(TAKEN_OUT)).forEach(it -> ever.put(it.id(), it));
        rows.endedSince(now.minus(TAKEN_OUT)).forEach(it -> ever.put(it.id(), it));
        var changes = rows.changes(since);
        var swaps = new ArrayList<>(changes);
        swaps.addAll(rows.undoneSince(now.minus(TAKEN_OUT)));
        for (var day : LayingShifts.lay(List.copyOf(ever.values()), changes, zone, now, now.plus(AHEAD), _ -> true)) {
            var shift = standing.get(day.shift().id());
            boolean has =
                    shift != null && shift.beginsOn(day.day()) && officer.id().equals(day.officer());
            boolean had = officer.id().equals(day.planned())
                    || swaps.stream()
                            .anyMatch(it -> it.shift() == day.shift().id()
                                    && it.covers(day.day())
                                    && officer.id().equals(it.instead()));
            if (has || had) calendar.addEvent(event(day, has, officer.id(), now, language));
        }
        return Biweekly.write(calendar).go();
    }

    private VEvent event(ShiftOfDay it, boolean has, String officer, Instant now, Language language) {
        var event = new VEvent();
        event.setUid(new Uid("duty-%d-%s-%s@%s.comity"
                .formatted(
                        it.shift().id(),
                        it.day(),
                        officer,
                        directory.self().id().toLowerCase(Locale.ROOT))));
        event.setDateTimeStamp(Date.from(now));
        // A file that was written later counts, whatever was changed and changed back between the two.
        event.setSequence(Math.toIntExact(Duration.between(Instant.EPOCH, now).toMinutes()));
        event.setDateStart(Date.from(it.from()));
        event.setDateEnd(Date.from(it.until()));
        event.setSummary(words.say(language, "rota.calendar.summary")).setLanguage(language.tag());
        event.setStatus(has ? Status.confirmed() : Status.cancelled());
        event.setClassification(Classification.private_());
        return event;
    }
}
