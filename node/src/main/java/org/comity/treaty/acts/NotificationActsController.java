package org.comity.treaty.acts;

import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What States told by acts is looked at here and brought before a second officer; our own State begins its act here. */
@Controller
class NotificationActsController {

    private static final String PAGE = "/treaty/lines/told";

    private final ReadingNotificationActs reading;
    private final WritingNotificationAct telling;

    NotificationActsController(ReadingNotificationActs reading, WritingNotificationAct telling) {
        this.reading = reading;
        this.telling = telling;
    }

    @GetMapping(PAGE)
    String all(@RequestParam(required = false) @Nullable String after, Official by, Model model) {
        model.addAttribute("told", reading.all(after, by));
        return "treaty/told";
    }

    @PostMapping(PAGE + "/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String enter(@PathVariable String thread, Official by, RedirectAttributes redirect) {
        boolean entered = reading.enter(thread, by);
        redirect.addFlashAttribute("flash", entered ? Flash.done("told.entered") : Flash.warned("told.known"));
        return "redirect:" + PAGE;
    }

    /** Nothing is sent: the draft opens, and officers of the central authority read, change and send it. */
    @PostMapping("/treaty/notifications/{key:[a-z-]{2,60}}/act")
    String begin(@PathVariable String key, Official by) {
        return "redirect:" + telling.begin(key, by);
    }
}
