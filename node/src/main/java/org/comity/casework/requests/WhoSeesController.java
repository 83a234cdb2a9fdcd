package org.comity.casework.requests;

import java.util.Locale;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a request that say who sees what of it: the other State, and our own people. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class WhoSeesController {

    private final ReadingTheirSide shared;
    private final ReadingReaders readers;
    private final CaseAccessByDuty access;

    WhoSeesController(ReadingTheirSide shared, ReadingReaders readers, CaseAccessByDuty access) {
        this.shared = shared;
        this.readers = readers;
        this.access = access;
    }

    @GetMapping("/shared")
    String shared(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = ReadingThread.NEWEST) int before,
            Official by,
            Model model,
            Locale language) {
        model.addAttribute("shared", shared.read(row(reference, by), before, by, language));
        return "casework/requests/shared";
    }

    @GetMapping("/readers")
    String readers(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable Long before,
            Official by,
            Model model) {
        model.addAttribute("readers", readers.read(row(reference, by), before, by));
        return "casework/requests/readers";
    }

    private RequestRow row(String reference, Official by) {
        return access.row(reference, by);
    }
}
