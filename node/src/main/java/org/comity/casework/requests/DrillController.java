package org.comity.casework.requests;

import org.comity.casework.CaseAccess;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of a drill; of what is none there is no such page. */
@Controller
class DrillController {

    private final ReadingDrill reading;
    private final CaseAccess access;

    DrillController(ReadingDrill reading, CaseAccess access) {
        this.reading = reading;
        this.access = access;
    }

    @GetMapping({"/requests" + RequestAddress.SHORT + "/drill", "/requests" + RequestAddress.WHOLE + "/drill"})
    String page(@AddressedRequest String reference, Official by, Model model) {
        access.mustRead(by);
        var row = access.row(reference, by);
        var drill = reading.of(row, access.mayWrite(by), by);
        if (drill.isEmpty()) return "redirect:/requests/" + row.address();
        model.addAttribute("drill", drill.get());
        return "casework/requests/drilled";
    }
}
