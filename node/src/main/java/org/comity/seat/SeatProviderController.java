package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.ProviderNote.Voice;
import org.comity.directory.ProviderNoteForm;
import org.comity.directory.ProviderNotes;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a service provider says from its seat what it keeps and how orders reach it. */
@Controller
@RequestMapping("/seat/provider")
class SeatProviderController {

    private static final String PAGE = "seat/provider";

    private final ProviderNotes notes;
    private final Directory directory;
    private final Clock clock;

    SeatProviderController(ProviderNotes notes, Directory directory, Clock clock) {
        this.notes = notes;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat, Model model) {
        var said = notes.of(provider(seat));
        return page(ProviderNoteForm.of(said, Voice.OWN), FormProblems.NONE, seat, model);
    }

    @PostMapping
    String say(
            @RequestParam Map<String, String> typed,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var provider = provider(seat);
        var form = new ProviderNoteForm(typed);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var problems = form.problems(Voice.OWN, today);
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, problems, seat, model);
        }
        if (!notes.writeOwn(form.note(provider, Voice.OWN, today, now), seat.person())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var changed = FormProblems.NONE.with("", "kept.changed");
            return page(form.on(notes.of(provider), Voice.OWN), changed, seat, model);
        }
        redirect.addFlashAttribute("flash", Flash.done("kept.done"));
        return "redirect:/seat/provider";
    }

    private String page(ProviderNoteForm form, FormProblems problems, SeatOfPerson seat, Model model) {
        model.addAttribute(
                "notes",
                notes.of(seat.authority()).stream()
                        .filter(it -> it.voice() == Voice.OWN)
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return PAGE;
    }

    /** Whoever sits for a provider, with a key that was confirmed; nobody else has this page. */
    private String provider(SeatOfPerson seat) {
        boolean provider = directory
                .find(seat.authority())
                .filter(it -> it.kind() == ParticipantKind.PROVIDER)
                .isPresent();
        if (!provider || !seat.confirmed()) throw SeatRefused.notOffered();
        return seat.authority();
    }
}
