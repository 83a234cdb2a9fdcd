package org.comity.casework.joint;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Status;
import biweekly.property.Uid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.ui.CalendarAnswer;
import org.comity.ui.Capital;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes the meetings of a joint thread and its end as calendar entries: reference, hour and link, and nothing of what they are
 * about or where. Each says its hour by the clocks of all capitals, since whoever reads it on a telephone sees one clock alone.
 */
@Component
class JointCalendar {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Duration SHOWN_AS = Duration.ofMinutes(15);

    private final Words words;
    private final Clock clock;
    private final String origin;

    JointCalendar(Words words, Clock clock, @Value("${node.origin}") String origin) {
        this.words = words;
        this.clock = clock;
        this.origin = origin;
    }

    ICalendar of(JointViews.ThreadPage thread, Language language) {
        var calendar = CalendarAnswer.begun(language);
        thread.meetings()
                .forEach(it -> calendar.addEvent(event(
                        thread,
                        Long.toString(it.first()),
                        it.when(),
                        it.cancelled(),
                        "joint.calendar.meeting",
                        language)));
        if (thread.until() != null) {
            calendar.addEvent(event(thread, "until", thread.until(), false, "joint.calendar.until", language));
        }
        return calendar;
    }

    /** @param part tells it from others of this thread, on every party's node alike */
    private VEvent event(
            JointViews.ThreadPage thread, String part, Instant at, boolean off, String summary, Language language) {
        var now = clock.instant();
        var event = new VEvent();
        event.setUid(new Uid("joint-%s-%s@comity".formatted(thread.thread(), part)));
        event.setDateTimeStamp(Date.from(now));
        // A file that was written later counts, whatever was moved and moved back between the two.
        event.setSequence(Math.toIntExact(Duration.between(Instant.EPOCH, now).toMinutes()));
        event.setDateStart(Date.from(at));
        event.setDuration(biweekly.util.Duration.fromMillis(SHOWN_AS.toMillis()));
        event.setSummary(words.say(language, summary, "reference", thread.reference()))
                .setLanguage(language.tag());
        event.setDescription(hours(at, thread.places()));
        event.setUrl(origin + "/joint/" + thread.thread());
        event.setStatus(off ? Status.cancelled() : Status.confirmed());
        event.setClassification(Classification.private_());
        return event;
    }

    private static String hours(Instant at, List<Capital> capitals) {
        return Stream.concat(Stream.of(new Capital("UTC", ZoneOffset.UTC)), capitals.stream())
                .distinct()
                .map(it -> it.name() + " " + HOUR.format(at.atZone(it.zone())))
                .collect(Collectors.joining("\n"));
    }
}
