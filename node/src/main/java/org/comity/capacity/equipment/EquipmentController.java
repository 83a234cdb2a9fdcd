package org.comity.capacity.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.capacity.SidePages;
import org.comity.capacity.ThreadsOfLaw;
import org.comity.capacity.UnreadableQuestion;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after,
            Official by,
            Model model) {
        access.mustRead(by);
        var asked = UnreadableQuestion.role(role);
        var page = reading.page(asked, by.id(), after, ThreadsOfLaw.A_PAGE);
        model.addAttribute("items", page.threads().stream().map(GivenItem::new).toList());
        model.addAttribute("pages", new SidePages("/equipment", asked, after != null, page.cursor()));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        model.addAttribute("days", ReadingItems.CHECK_DAYS);
        return "capacity/equipment/list";
    }
}
