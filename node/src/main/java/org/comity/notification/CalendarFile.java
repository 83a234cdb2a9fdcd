package org.comity.notification;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * RFC 5545, published: the instant in which a period ends, in UTC. The same UID for life; SEQUENCE rises when the end
 * moves; cancelled when nothing ends any more. Reference, date and link, and nothing else.
 */
@Component
class CalendarFile {

    static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

    private final Words words;
    private final Directory directory;
    private final Clock clock;
    private final String origin;

    CalendarFile(Words words, Directory directory, Clock clock, @Value("${node.origin}") String origin) {
        this.words = words;
        this.directory = directory;
        this.clock = clock;
        this.origin = origin;
    }

    String of(List<KeptPeriod> periods, Language language) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Comity//node//" + language.tag().toUpperCase(java.util.Locale.ROOT));
        calendar.setMethod(Method.PUBLISH);
        calendar.setRefreshInterval(biweekly.util.Duration.builder().hours(1).build());
        var utc = new TimezoneInfo();
        calendar.setTimezoneInfo(utc);
        periods.forEach(it -> calendar.addEvent(event(it, language)));
        return Biweekly.write(calendar).go();
    }

    private VEvent event(KeptPeriod period, Language language) {
        var event = new VEvent();
        event.setUid(
                new Uid(period.thread() + "@" + directory.self().id().toLowerCase(java.util.Locale.ROOT) + ".comity"));
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setLastModified(Date.from(period.changedAt()));
        event.setSequence(period.sequence());
        event.setDateStart(Date.from(period.until()));
        event.setDuration(
                biweekly.util.Duration.fromMillis(Duration.ofMinutes(15).toMillis()));
        event.setSummary(words.say(language, "notification.calendar.summary", "reference", period.reference()))
                .setLanguage(language.tag());
        event.setUrl(origin + "/requests/" + period.reference());
        event.setStatus(period.open() ? Status.confirmed() : Status.cancelled());
        event.setClassification(Classification.private_());
        event.setTransparency(Transparency.transparent());
        return event;
    }
}
