package org.comity.desk;

import java.util.List;
import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.GivenRequests;
import org.comity.casework.OfficesInside;
import org.comity.casework.OpenCalls;
import org.comity.casework.Promises;
import org.comity.casework.SameIdentifiers;
import org.comity.identity.DutyRota;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests.View;
import org.comity.ui.DeskNotices;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first screen: what must our State do now. */
@Controller
class DeskController {

    private static final String DESK = "desk/desk";

    private final ReadingDesk reading;
    private final SameIdentifiers same;
    private final OfficesInside offices;
    private final CaseAccess access;
    private final Promises promises;
    private final GivenRequests given;
    private final ObjectProvider<DeskNotices> notices;
    private final GatheringDue due;
    private final DutyRota rota;
    private final OpenCalls calls;
    private final AwaitingAcknowledgements awaiting;

    // More than eight: the desk gathers what many rooms say.
    DeskController(
            ReadingDesk reading,
            SameIdentifiers same,
            OfficesInside offices,
            CaseAccess access,
            Promises promises,
            GivenRequests given,
            ObjectProvider<DeskNotices> notices,
            GatheringDue due,
            DutyRota rota,
            OpenCalls calls,
            AwaitingAcknowledgements awaiting) {
        this.awaiting = awaiting;
        this.calls = calls;
        this.rota = rota;
        this.due = due;
        this.promises = promises;
        this.given = given;
        this.notices = notices;
        this.reading = reading;
        this.offices = offices;
        this.same = same;
        this.access = access;
    }

    @GetMapping("/")
    String home(Official by) {
        return "redirect:/desk";
    }

    /** Those who read no cases have their own first screen. */
    @GetMapping("/desk")
    String desk(@RequestParam MultiValueMap<String, String> address, Official by, Model model, Locale locale) {
        if (onlyOversees(by)) {
            return "redirect:/oversight";
        }
        model.addAttribute("promised", access.mayRead(by) ? promises.open(by.id()) : List.of());
        model.addAttribute("given", access.mayRead(by) ? given.to(by) : ListPage.of(List.of(), 0));
        model.addAttribute("notices", access.mayRead(by) ? notices(by) : List.of());
        model.addAttribute(
                "duty",
                access.mayWrite(by) || access.mayRead(by) && by.holds(Duty.SECOND_OFFICER)
                        ? rota.now().orElse(null)
                        : null);
        model.addAttribute("calls", calls.open(by));
        model.addAttribute("awaited", access.mayRead(by) ? awaiting.seenBy(by.id()) : ListPage.of(List.of(), 0));
        model.addAttribute("due", access.mayRead(by) ? due.due(by) : List.of());
        return list(
                DeskQuery.of(address, View.OURS_TO_ACT), TypedText.first(address, "disputes"), by, model, locale, DESK);
    }

    private List<DeskNotices.Notice> notices(Official by) {
        return notices.stream().flatMap(it -> it.notices(by).stream()).toList();
    }

    @GetMapping("/requests")
    String requests(@RequestParam MultiValueMap<String, String> address, Official by, Model model, Locale locale) {
        return list(DeskQuery.of(address, View.ALL), null, by, model, locale, "desk/requests");
    }

    /** It covers only what its reader may open. */
    private String list(
            DeskQuery query, @Nullable String disputes, Official by, Model model, Locale locale, String page) {
        if (!access.mayRead(by)) {
            return elsewhere(by);
        }
        var language = Language.of(locale);
        var desk = reading.read(query, disputes, by, language);
        model.addAttribute("desk", desk);
        if (page.equals(DESK)
                && query.view() == View.OURS_TO_ACT
                && !query.onlyOfficers()
                && desk.requests().isEmpty()) {
            model.addAttribute("calm", reading.calm(by));
        }
        model.addAttribute("same", same.of(desk.requests(), by));
        model.addAttribute(
                "offices",
                offices.of(desk.requests().stream().map(RequestRow::thread).toList()));
        return page;
    }

    private String elsewhere(Official by) {
        if (by.holds(Duty.MAGISTRATE)) {
            return "redirect:/orders";
        }
        if (by.holds(Duty.OFFICE_MEMBER)) {
            return "redirect:/office";
        }
        if (!by.holds(Duty.ADMINISTRATOR)) {
            access.mustRead(by);
        }
        return "redirect:/admin";
    }

    private static boolean onlyOversees(Official by) {
        return by.duties().size() == 1 && by.holds(Duty.OVERSIGHT);
    }
}
