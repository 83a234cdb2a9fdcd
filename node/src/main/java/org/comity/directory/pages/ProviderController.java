package org.comity.directory.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNote.Voice;
import org.comity.directory.ProviderNoteForm;
import org.comity.directory.ProviderNotes;
import org.comity.directory.kept.ProviderRefused;
import org.comity.directory.trust.DecidingOfficers;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a service provider keeps and how it is served, as our officers note it. */
@Controller
@RequestMapping("/directory/{id:" + ParticipantId.FORM + "}/provider")
class ProviderController {

    private final Directory directory;
    private final ProviderNotes notes;
    private final Clock clock;

    ProviderController(Directory directory, ProviderNotes notes, Clock clock) {
        this.directory = directory;
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, Official by) {
        var provider = ProviderRefused.provider(directory, id);
        return page(provider, ProviderNoteForm.of(notes.of(id), Voice.OURS), FormProblems.NONE, by, HttpStatus.OK);
    }

    @PostMapping
    Object write(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Official by,
            RedirectAttributes redirect) {
        var provider = ProviderRefused.provider(directory, id);
        var form = new ProviderNoteForm(typed);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var problems = form.problems(Voice.OURS, today);
        if (problems.any()) return page(provider, form, problems, by, HttpStatus.UNPROCESSABLE_CONTENT);
        if (!notes.write(form.note(id, Voice.OURS, today, now), by)) {
            var changed = FormProblems.NONE.with("", "kept.changed");
            return page(provider, form.on(notes.of(id), Voice.OURS), changed, by, HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("flash", Flash.done("kept.done"));
        return "redirect:/directory/" + id + "/provider";
    }

    private ModelAndView page(
            Participant provider, ProviderNoteForm form, FormProblems problems, Official by, HttpStatus status) {
        var view = new ProviderView(provider, notes.of(provider.id()), form, problems, DecidingOfficers.decides(by));
        return new ModelAndView("directory/provider", Map.of("view", view), status);
    }
}
