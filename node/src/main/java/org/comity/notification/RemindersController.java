package org.comity.notification;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.comity.ui.FileAnswer;
import org.comity.ui.Flash;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reminders of a request, beside its page; and one calendar of one's own open periods. */
@Controller
class RemindersController {

    private final QuietingReminders keeping;

    RemindersController(QuietingReminders keeping) {
        this.keeping = keeping;
    }

    @PostMapping({
        "/requests" + RequestAddress.SHORT + "/reminders/quiet",
        "/requests" + RequestAddress.WHOLE + "/reminders/quiet"
    })
    String quiet(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "true") boolean quiet,
            Official by,
            RedirectAttributes redirect) {
        keeping.quiet(reference, quiet, by);
        redirect.addFlashAttribute("flash", Flash.done(quiet ? "notification.quieted" : "notification.resumed"));
        return back(reference);
    }

    @PostMapping({
        "/requests" + RequestAddress.SHORT + "/reminders/prosecutor",
        "/requests" + RequestAddress.WHOLE + "/reminders/prosecutor"
    })
    String prosecutor(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "en") String language,
            Official by,
            RedirectAttributes redirect) {
        keeping.prosecutor(reference, mail, ReminderRecipient.spoken(language), by);
        redirect.addFlashAttribute(
                "flash",
                Flash.done(mail.isBlank() ? "notification.prosecutor.left-out" : "notification.prosecutor.kept"));
        return back(reference);
    }

    @GetMapping({"/requests" + RequestAddress.SHORT + "/period.ics", "/requests" + RequestAddress.WHOLE + "/period.ics"
    })
    ResponseEntity<byte[]> calendar(@AddressedRequest String reference, Official by, Locale language) {
        return file(
                RequestAddress.fileName(reference) + ".ics",
                keeping.calendar(reference, ReminderRecipient.spoken(language.getLanguage()), by));
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> mine(Official by, Locale language) {
        return file("comity.ics", keeping.mine(ReminderRecipient.spoken(language.getLanguage()), by));
    }

    private static ResponseEntity<byte[]> file(String name, String calendar) {
        return FileAnswer.saved(name)
                .header(HttpHeaders.CONTENT_TYPE, CalendarFile.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    private static String back(String reference) {
        return "redirect:/requests/" + reference + "#reminders";
    }
}
