package org.comity.conference.session;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Status;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.ui.CalendarAnswer;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes a session and the days of its items as calendar entries of whole days: a day of the place where it meets is the same day
 * in every calendar. Of a session that is not for everybody neither title nor place nor item is named.
 */
@Component
class SessionCalendar {

    private final Words words;
    private final Clock clock;
    private final String origin;
    private final String host;

    SessionCalendar(
            Words words, Clock clock, @Value("${node.origin}") String origin, @Value("${node.id}") String host) {
        this.words = words;
        this.clock = clock;
        this.origin = origin;
        this.host = host.toLowerCase(Locale.ROOT);
    }

    ICalendar of(SessionView view, Language language) {
        var calendar = CalendarAnswer.begun(language);
        var session = view.session();
        var whole = event(session, "session", session.begins(), session.ends(), language);
        if (session.everybody()) {
            whole.setSummary(session.title());
            whole.setLocation(session.place());
        }
        calendar.addEvent(whole);
        for (var item : view.agenda()) {
            if (item.day() != null) calendar.addEvent(item(session, item, item.day(), language));
        }
        return calendar;
    }

    private VEvent item(ConferenceSession session, Item item, LocalDate day, Language language) {
        var event = event(session, "item-" + item.number(), day, day, language);
        var named = words.say(language, "conference.item", "n", item.number());
        event.setSummary(session.everybody() ? named + " " + item.title() : named)
                .setLanguage(language.tag());
        return event;
    }

    private VEvent event(ConferenceSession session, String part, LocalDate from, LocalDate last, Language language) {
        var now = clock.instant();
        var event = new VEvent();
        event.setUid(new Uid("conference-%s-%s@%s.comity".formatted(session.key(), part, host)));
        event.setDateTimeStamp(Date.from(now));
        // A file that was written later counts, whatever was moved and moved back between the two.
        event.setSequence(Math.toIntExact(Duration.between(Instant.EPOCH, now).toMinutes()));
        event.setDateStart(day(from));
        event.setDateEnd(day(last.plusDays(1)));
        event.setSummary(words.say(language, "conference.calendar.session")).setLanguage(language.tag());
        event.setUrl(origin + "/conference/sessions/" + session.key());
        event.setStatus(Status.confirmed());
        event.setClassification(session.everybody() ? Classification.public_() : Classification.private_());
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
