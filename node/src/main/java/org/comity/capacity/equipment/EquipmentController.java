package org.comity.capacity.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the equipment that we gave and that we use, and where a check of its use is due from us. */
@Controller
class EquipmentController {

    private final ReadingItems reading;
    private final CaseAccess access;
    private final Clock clock;

    EquipmentController(ReadingItems reading, CaseAccess access, Clock clock) {
        this.reading = reading;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/equipment")
    String list(Official by, Model model) {
        access.mustRead(by);
        model.addAttribute("items", reading.all(by.id()));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        model.addAttribute("days", ReadingItems.CHECK_DAYS);
        return "capacity/equipment/list";
    }
}
