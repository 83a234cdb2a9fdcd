package org.comity.casework.joint;

import java.util.Locale;
import org.comity.casework.JointCases;
import org.comity.ui.CalendarAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The meetings of a joint thread as a calendar file, for who may read the thread. */
@Controller
class JointCalendarController {

    private final JointCases cases;
    private final ReadingJointThread reading;
    private final JointCalendar calendar;

    JointCalendarController(JointCases cases, ReadingJointThread reading, JointCalendar calendar) {
        this.cases = cases;
        this.reading = reading;
        this.calendar = calendar;
    }

    @FileDownload
    @GetMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/calendar.ics")
    ResponseEntity<byte[]> file(@PathVariable String thread, Official by, Locale locale) {
        cases.read(thread, by, locale);
        var language = Language.of(locale);
        var page = reading.page(thread, Integer.MAX_VALUE, by, language);
        return CalendarAnswer.of("joint.ics", calendar.of(page, language));
    }
}
