package org.comity.ui;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.TimezoneInfo;
import biweekly.property.Method;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers with a calendar file of RFC 5545, times in UTC; what stands in a calendar lies outside this node from then on. */
public final class CalendarAnswer {

    public static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

    private CalendarAnswer() {}

    /** One without entries. */
    public static ICalendar begun(Language language) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Comity//node//" + language.tag().toUpperCase(Locale.ROOT));
        calendar.setMethod(Method.PUBLISH);
        calendar.setTimezoneInfo(new TimezoneInfo());
        return calendar;
    }

    public static ResponseEntity<byte[]> of(String name, ICalendar calendar) {
        return FileAnswer.saved(name)
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8));
    }
}
